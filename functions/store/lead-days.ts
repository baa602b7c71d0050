/**
 * What became of the leads of each day, counted when somebody looks and kept until one of them changes.
 * Exact, and as quick with many leads as with few: a day is counted from its own leads alone, in one or two reads.
 */
import { isDeepStrictEqual } from "node:util";
import { PutCommand, QueryCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { z } from "zod";
import type { Assessment } from "#functions/store/assessment-item.ts";
import { madeUnlessConditionFails, reaching, TableUnavailable } from "#functions/store/failures.ts";
import { isHeld } from "#functions/store/held-steps.ts";
import { monthKey } from "#functions/store/lead-attributes.ts";
import { gradeGroups, type LeadTally, leadTally, leadTallySchema } from "#functions/store/lead-tally.ts";
import { readItems } from "#functions/store/read-items.ts";
import type { Table } from "#functions/store/table.ts";
import { leadsIndex } from "#functions/store/table-definition.ts";

/** How long leads of a grade waited for sales; upper edges in minutes. */
export const contactEdges = [60, 240, 1_440, 4_320, Number.POSITIVE_INFINITY] as const;

const rowSchema = z.object({
  page: z.string(),
  campaign: z.string(),
  grade: z.enum(gradeGroups),
  submitted: z.int(),
  confirmed: z.int(),
  contacted: z.int(),
  booked: z.int(),
  won: z.int(),
  lost: z.int(),
  /** Leads first contacted within each edge; the rest was not contacted yet. */
  waited: z.array(z.int()),
});
/** Leads of a day that came alike. */
export type LeadDayRow = z.infer<typeof rowSchema>;

const itemSchema = z.object({
  pk: z.string(),
  rows: z.array(rowSchema).optional(),
  countedAt: z.iso.datetime().optional(),
  /** When a lead of the day changed after it was counted. */
  staleAt: z.iso.datetime().optional(),
});
type LeadDayItem = z.infer<typeof itemSchema>;

const prefix = "LEADDAY#";
const dayMs = 86_400_000;
/** A kept count is counted anew after a day, whatever it missed. */
const keptMs = dayMs;
/** The index lags a moment behind the table: what is counted right after a change is not kept. */
const lagMs = 10_000;
const daysAtOnce = 16;
/** Pages and campaigns come from addresses anybody may make up; further ones of a day count together. */
const mostRows = 60;
const other = "other";

function addTo(rows: Map<string, LeadDayRow>, tally: LeadTally): void {
  const name = (page: string, campaign: string) => `${page}|${campaign}|${tally.grade}`;
  const known = rows.has(name(tally.page, tally.campaign)) || rows.size < mostRows;
  const [page, campaign] = known ? [tally.page, tally.campaign] : [other, other];
  const empty = { submitted: 0, confirmed: 0, contacted: 0, booked: 0, won: 0, lost: 0 };
  const row = rows.get(name(page, campaign)) ?? {
    ...{ page, campaign, grade: tally.grade, ...empty },
    waited: contactEdges.map(() => 0),
  };
  const { firstContact } = tally;
  const edge = firstContact === null ? -1 : contactEdges.findIndex((minutes) => firstContact <= minutes);
  rows.set(name(page, campaign), {
    ...row,
    submitted: row.submitted + 1,
    confirmed: row.confirmed + Number(tally.confirmed),
    contacted: row.contacted + Number(firstContact !== null),
    booked: row.booked + Number(tally.booked),
    won: row.won + Number(tally.status === "won"),
    lost: row.lost + Number(tally.status === "lost"),
    waited: row.waited.map((count, at) => count + Number(at === edge)),
  });
}

async function countDay(table: Table, day: string): Promise<LeadDayRow[]> {
  const rows = new Map<string, LeadDayRow>();
  let start: Record<string, unknown> | undefined;
  do {
    const { Items = [], LastEvaluatedKey } = await reaching(
      table.client.send(
        new QueryCommand({
          TableName: table.name,
          IndexName: leadsIndex,
          KeyConditionExpression: "leadMonth = :month AND begins_with(leadAt, :day)",
          ProjectionExpression: "tally",
          ExpressionAttributeValues: { ":month": monthKey(day.slice(0, 7)), ":day": day },
          ExclusiveStartKey: start,
        }),
      ),
    );
    for (const { tally } of Items) addTo(rows, leadTallySchema.parse(tally));
    start = LastEvaluatedKey;
  } while (start !== undefined);
  return [...rows.values()];
}

/** Keeps a count unless a lead of the day changed while it was made. */
async function keepDay(
  table: Table,
  day: string,
  rows: readonly LeadDayRow[],
  seen: LeadDayItem | undefined,
  at: Date,
) {
  const Item = {
    pk: `${prefix}${day}`,
    rows,
    countedAt: at.toISOString(),
    expiresAt: Math.floor((at.getTime() + keptMs) / 1000),
  };
  const unchanged = seen?.staleAt === undefined ? "attribute_not_exists(staleAt)" : "staleAt = :seen";
  await madeUnlessConditionFails(
    table.client.send(
      new PutCommand({
        TableName: table.name,
        Item,
        ConditionExpression: unchanged,
        ...(seen?.staleAt === undefined ? {} : { ExpressionAttributeValues: { ":seen": seen.staleAt } }),
      }),
    ),
  );
}

async function rowsOf(table: Table, day: string, kept: LeadDayItem | undefined, now: Date) {
  const age = (at: string | undefined) =>
    at === undefined ? Number.POSITIVE_INFINITY : now.getTime() - Date.parse(at);
  if (kept?.rows !== undefined && age(kept.countedAt) < keptMs) return kept.rows;
  const rows = await countDay(table, day);
  // Today and yesterday still fill up.
  const settled = now.getTime() - Date.parse(day) > 2 * dayMs && age(kept?.staleAt) > lagMs;
  if (settled) await keepDay(table, day, rows, kept, now);
  return rows;
}

/** Returns the counts of these UTC days (YYYY-MM-DD). */
export async function readLeadDays(table: Table, days: readonly string[], now: Date): Promise<LeadDayRow[]> {
  const items = await readItems(
    table,
    days.map((day) => `${prefix}${day}`),
  );
  const kept = new Map(items.map((item) => itemSchema.parse(item)).map((item) => [item.pk, item]));
  const all: LeadDayRow[] = [];
  for (let from = 0; from < days.length; from += daysAtOnce) {
    const some = days.slice(from, from + daysAtOnce);
    const counted = await Promise.all(
      some.map((day) => rowsOf(table, day, kept.get(`${prefix}${day}`), now)),
    );
    all.push(...counted.flat());
  }
  return all;
}

/** Has the day of a lead counted anew the next time somebody looks. */
export async function forgetLeadDay(table: Table, createdAt: string, now: Date): Promise<void> {
  await reaching(
    table.client.send(
      new UpdateCommand({
        TableName: table.name,
        Key: { pk: `${prefix}${createdAt.slice(0, 10)}` },
        UpdateExpression: "SET staleAt = :at, expiresAt = :end REMOVE #rows, countedAt",
        ExpressionAttributeNames: { "#rows": "rows" },
        ExpressionAttributeValues: {
          ":at": now.toISOString(),
          ":end": Math.floor((now.getTime() + keptMs) / 1000),
        },
      }),
    ),
  );
}

const countedOf = (assessment: Assessment) => ({ tally: leadTally(assessment), held: isHeld(assessment) });

/** Has the day of a lead counted anew where a change of it counts; a count that lags is better than a change that fails. */
export async function recountDay(table: Table, before: Assessment, after: Assessment | null): Promise<void> {
  if (after !== null && isDeepStrictEqual(countedOf(before), countedOf(after))) return;
  try {
    await forgetLeadDay(table, before.createdAt, new Date());
  } catch (error) {
    if (!(error instanceof TableUnavailable)) throw error;
  }
}
