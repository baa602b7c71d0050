import { isDeepStrictEqual } from "node:util";
import { DeleteCommand, GetCommand, PutCommand, QueryCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { type Assessment, assessmentSchema, nextDue, type Step } from "#functions/store/assessment-item.ts";
import { madeUnlessConditionFails, reaching, TableUnavailable } from "#functions/store/failures.ts";
import { leadAttributes } from "#functions/store/lead-attributes.ts";
import { forgetLeadDay } from "#functions/store/lead-days.ts";
import { findAttributes } from "#functions/store/lead-words.ts";
import { isHeld } from "#functions/store/suspected-leads.ts";
import type { Table } from "#functions/store/table.ts";
import { dueIndex, dueShards } from "#functions/store/table-definition.ts";
import { setAttributes } from "#functions/store/update-expression.ts";

const prefix = "ASSESSMENT#";
const key = (id: string) => ({ pk: `${prefix}${id}` });

/** UUIDs spread evenly, so the last digits choose the shard. */
const shardOf = (id: string) => `DUE#${Number.parseInt(id.slice(-4), 16) % dueShards}`;

function dueAttributes(id: string, steps: readonly Step[]) {
  const dueAt = nextDue(steps);
  return dueAt === null ? { dueShard: undefined, dueAt: undefined } : { dueShard: shardOf(id), dueAt };
}

/** Returns the item of an assessment, with what the indexes hold of it. */
export function assessmentItem(assessment: Assessment) {
  return {
    ...key(assessment.id),
    ...assessment,
    ...dueAttributes(assessment.id, assessment.steps),
    ...leadAttributes(assessment),
    ...findAttributes(assessment),
  };
}

/** Returns true when the assessment was accepted, false when its id is taken already. */
export function insertAssessment(table: Table, assessment: Assessment): Promise<boolean> {
  const item = assessmentItem(assessment);
  return madeUnlessConditionFails(
    table.client.send(
      new PutCommand({ TableName: table.name, Item: item, ConditionExpression: "attribute_not_exists(pk)" }),
    ),
  );
}

/** Returns the assessment as last written, or null when there is none (any more). */
export async function readAssessment(table: Table, id: string): Promise<Assessment | null> {
  const { Item } = await reaching(
    table.client.send(new GetCommand({ TableName: table.name, Key: key(id), ConsistentRead: true })),
  );
  return Item === undefined ? null : assessmentSchema.parse(Item);
}

/** What of an assessment may change; what is left out stays. */
export type AssessmentChange = Partial<Pick<Assessment, "steps" | "lease" | "status" | "lead">>;

/**
 * Writes what `change` makes of the assessment as last read; again when somebody else wrote in between.
 * Returns the changed assessment, or null when it is gone or `change` returned null.
 */
export async function changeAssessment(
  table: Table,
  id: string,
  change: (assessment: Assessment) => AssessmentChange | null,
): Promise<Assessment | null> {
  for (;;) {
    const current = await readAssessment(table, id);
    if (current === null) return null;
    const changes = change(current);
    if (changes === null) return null;
    const changed = { ...current, ...changes, revision: current.revision + 1 };
    const next = { ...changed, tally: leadAttributes(changed).tally };
    if (!(await writeChange(table, current, next))) continue;
    await recountDay(table, current, next);
    return next;
  }
}

const countedOf = (assessment: Assessment) => ({ tally: assessment.tally, held: isHeld(assessment) });

/** A count that lags is better than a change that is stored and reported as failed. */
async function recountDay(table: Table, before: Assessment, after: Assessment | null): Promise<void> {
  if (after !== null && isDeepStrictEqual(countedOf(before), countedOf(after))) return;
  try {
    await forgetLeadDay(table, before.createdAt, new Date());
  } catch (error) {
    if (!(error instanceof TableUnavailable)) throw error;
  }
}

function writeChange(table: Table, current: Assessment, next: Assessment): Promise<boolean> {
  const { steps, lease, status, lead, revision } = next;
  const update = setAttributes({
    ...{ steps, lease, status, lead, revision },
    ...dueAttributes(next.id, steps),
    ...leadAttributes(next),
  });
  return madeUnlessConditionFails(
    table.client.send(
      new UpdateCommand({
        TableName: table.name,
        Key: key(next.id),
        ...update,
        ConditionExpression: "revision = :seen",
        ExpressionAttributeValues: { ...update.ExpressionAttributeValues, ":seen": current.revision },
      }),
    ),
  );
}

/** Deletes the assessment; nothing of it stays. */
export async function deleteAssessment(table: Table, id: string): Promise<void> {
  const { Attributes } = await reaching(
    table.client.send(new DeleteCommand({ TableName: table.name, Key: key(id), ReturnValues: "ALL_OLD" })),
  );
  if (Attributes !== undefined) await recountDay(table, assessmentSchema.parse(Attributes), null);
}

/** Returns the ids of assessments with a step due by `now`, at most so many of a shard, longest due first. */
export async function dueAssessments(table: Table, now: Date, limitPerShard = 25): Promise<string[]> {
  const shards = Array.from({ length: dueShards }, (_, shard) =>
    reaching(
      table.client.send(
        new QueryCommand({
          TableName: table.name,
          IndexName: dueIndex,
          KeyConditionExpression: "dueShard = :shard AND dueAt <= :now",
          ExpressionAttributeValues: { ":shard": `DUE#${shard}`, ":now": now.toISOString() },
          Limit: limitPerShard,
        }),
      ),
    ),
  );
  const pages = await Promise.all(shards);
  return pages
    .flatMap(({ Items = [] }) => Items.map(({ pk, dueAt }) => ({ pk: String(pk), dueAt: String(dueAt) })))
    .sort((a, b) => (a.dueAt < b.dueAt ? -1 : 1))
    .map(({ pk }) => pk.slice(prefix.length));
}
