import { DeleteCommand, GetCommand, PutCommand, QueryCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { type Assessment, assessmentSchema, nextDue, type Step } from "#functions/store/assessment-item.ts";
import { madeUnlessConditionFails, reaching } from "#functions/store/failures.ts";
import type { Table } from "#functions/store/table.ts";
import { dueIndex, dueShards } from "#functions/store/table-definition.ts";

const prefix = "ASSESSMENT#";
const key = (id: string) => ({ pk: `${prefix}${id}` });

/** Returns the id in the key of an assessment. */
export const assessmentIdOf = (pk: string) => pk.slice(prefix.length);

/** UUIDs spread evenly, so the last digits choose the shard. */
const shardOf = (id: string) => `DUE#${Number.parseInt(id.slice(-4), 16) % dueShards}`;

function dueAttributes(id: string, steps: readonly Step[]) {
  const dueAt = nextDue(steps);
  return dueAt === null ? {} : { dueShard: shardOf(id), dueAt };
}

/** Returns true when the assessment was accepted, false when its id is taken already. */
export function insertAssessment(table: Table, assessment: Assessment): Promise<boolean> {
  const item = {
    ...key(assessment.id),
    ...assessment,
    ...dueAttributes(assessment.id, assessment.steps),
    leadMonth: `LEADS#${assessment.createdAt.slice(0, 7)}`,
  };
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

const changeable = ["steps", "lease", "actions", "grade", "status"] as const;

/** What may change of an assessment; what is left out stays. */
export type AssessmentChange = Partial<Pick<Assessment, (typeof changeable)[number]>>;

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
    const next = { ...current, ...changes, revision: current.revision + 1 };
    if (await writeChange(table, current, next)) return next;
  }
}

function writeChange(table: Table, current: Assessment, next: Assessment): Promise<boolean> {
  const due = dueAttributes(next.id, next.steps);
  const owed = "dueAt" in due;
  return madeUnlessConditionFails(
    table.client.send(
      new UpdateCommand({
        TableName: table.name,
        Key: key(next.id),
        UpdateExpression:
          `SET ${changeable.map((name) => `#${name} = :${name}`).join(", ")}, revision = :next` +
          (owed ? ", dueShard = :shard, dueAt = :due" : " REMOVE dueShard, dueAt"),
        ConditionExpression: "revision = :seen",
        ExpressionAttributeNames: Object.fromEntries(changeable.map((name) => [`#${name}`, name])),
        ExpressionAttributeValues: {
          ...Object.fromEntries(changeable.map((name) => [`:${name}`, next[name]])),
          ":next": next.revision,
          ":seen": current.revision,
          ...(owed ? { ":shard": due.dueShard, ":due": due.dueAt } : {}),
        },
      }),
    ),
  );
}

/** Deletes the assessment; nothing of it stays. */
export async function deleteAssessment(table: Table, id: string): Promise<void> {
  await reaching(table.client.send(new DeleteCommand({ TableName: table.name, Key: key(id) })));
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
