import { GetCommand, PutCommand, ScanCommand } from "@aws-sdk/lib-dynamodb";
import { assessmentSchema } from "#functions/store/assessment-item.ts";
import { madeUnlessConditionFails } from "#functions/store/failures.ts";
import { noteOwned } from "#functions/store/owned-assessments.ts";
import type { Table } from "#functions/store/table.ts";

export interface CopyChoices {
  /** Ids of assessments whose people asked to be forgotten since: they stay forgotten. */
  erased: ReadonlySet<string>;
  /** False counts what would be copied, and writes nothing. */
  apply: boolean;
}

export interface CopyCount {
  copied: number;
  /** There already, perhaps changed since: left as they are. */
  kept: number;
  erased: number;
  /** Limits and used challenges, worth nothing after an hour; lists of owners, which are made anew. */
  skipped: number;
}

/** An owner's list of assessments is made anew from those that are copied: a list that is there may lack them. */
const notCopied = /^(?:LIMIT|CHALLENGE|OWNER)#/;
/** A pulse is named for an assessment, and goes with it. */
const goesWithAssessment = /^(?:ASSESSMENT|PULSE)#(.+)$/;

function reasonAgainst(pk: string, erased: ReadonlySet<string>): "erased" | "skipped" | null {
  if (notCopied.test(pk)) return "skipped";
  const [, id] = goesWithAssessment.exec(pk) ?? [];
  return id !== undefined && erased.has(id) ? "erased" : null;
}

async function listWithOwner(to: Table, item: Record<string, unknown>): Promise<void> {
  const { data } = assessmentSchema.safeParse(item);
  if (data?.addressHash !== undefined) await noteOwned(to, data.addressHash, data.id, data.expiresAt);
}

/** Nobody holds a lease of the past: whoever finds the assessment may go on with it. */
const withoutLease = (item: Record<string, unknown>) => ("lease" in item ? { ...item, lease: null } : item);

/**
 * Copies what a restored table has and the live one has not. What is in both stays as it is in the live one, so that
 * nothing written since the loss is undone, and running it twice changes nothing.
 */
export async function copyMissing(
  from: Table,
  to: Table,
  { erased, apply }: CopyChoices,
): Promise<CopyCount> {
  const count: CopyCount = { copied: 0, kept: 0, erased: 0, skipped: 0 };
  let start: Record<string, unknown> | undefined;
  do {
    const page = await from.client.send(new ScanCommand({ TableName: from.name, ExclusiveStartKey: start }));
    for (const item of page.Items ?? []) {
      const against = reasonAgainst(String(item.pk), erased);
      if (against !== null) count[against] += 1;
      else count[(await put(to, withoutLease(item), apply)) ? "copied" : "kept"] += 1;
    }
    start = page.LastEvaluatedKey;
  } while (start !== undefined);
  return count;
}

/** Returns whether the item was missing; writes it where `apply` says so. */
async function put(to: Table, Item: Record<string, unknown>, apply: boolean): Promise<boolean> {
  const { Item: there } = await to.client.send(new GetCommand({ TableName: to.name, Key: { pk: Item.pk } }));
  if (there !== undefined || !apply) return there === undefined;
  await listWithOwner(to, Item);
  const missing = { TableName: to.name, Item, ConditionExpression: "attribute_not_exists(pk)" };
  return madeUnlessConditionFails(to.client.send(new PutCommand(missing)));
}
