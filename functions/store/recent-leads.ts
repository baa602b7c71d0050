import { QueryCommand } from "@aws-sdk/lib-dynamodb";
import type { Assessment } from "#functions/store/assessment-item.ts";
import { assessmentIdOf, readAssessment } from "#functions/store/assessments.ts";
import { reaching } from "#functions/store/failures.ts";
import { monthKey } from "#functions/store/lead-attributes.ts";
import type { Table } from "#functions/store/table.ts";
import { leadsIndex } from "#functions/store/table-definition.ts";

async function idsOfMonth(table: Table, month: string, since: Date, most: number): Promise<string[]> {
  const { Items = [] } = await reaching(
    table.client.send(
      new QueryCommand({
        TableName: table.name,
        IndexName: leadsIndex,
        KeyConditionExpression: "leadMonth = :month AND leadAt >= :since",
        ExpressionAttributeValues: { ":month": monthKey(month), ":since": since.toISOString() },
        ScanIndexForward: false,
        Limit: most,
      }),
    ),
  );
  return Items.map(({ pk }) => assessmentIdOf(String(pk)));
}

/** Returns the leads received from `since` to `until`, less than a month later, newest first: at most so many. */
export async function recentLeads(
  table: Table,
  { since, until, most }: { since: Date; until: Date; most: number },
): Promise<Assessment[]> {
  const months = [...new Set([until, since].map((date) => date.toISOString().slice(0, 7)))];
  const ids: string[] = [];
  for (const month of months)
    if (ids.length < most) ids.push(...(await idsOfMonth(table, month, since, most - ids.length)));
  const leads: Assessment[] = [];
  for (const id of ids) {
    const lead = await readAssessment(table, id);
    if (lead !== null && Date.parse(lead.createdAt) <= until.getTime()) leads.push(lead);
  }
  return leads;
}
