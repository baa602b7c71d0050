import { DeleteCommand, GetCommand, PutCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { type Assessment, assessmentSchema, nextDue } from "#functions/store/assessment-item.ts";
import { madeUnlessConditionFails, reaching } from "#functions/store/failures.ts";
import { leadAttributes } from "#functions/store/lead-attributes.ts";
import { recountDay } from "#functions/store/lead-days.ts";
import { findAttributes } from "#functions/store/lead-words.ts";
import { noteOwned } from "#functions/store/owned-assessments.ts";
import type { Table } from "#functions/store/table.ts";
import { dueShardName, dueShards, findParts } from "#functions/store/table-definition.ts";
import { setAttributes } from "#functions/store/update-expression.ts";

const prefix = "ASSESSMENT#";
const key = (id: string) => ({ pk: `${prefix}${id}` });

/** Returns the id in the key of an assessment. */
export const assessmentIdOf = (pk: string) => pk.slice(prefix.length);

/** UUIDs spread evenly, so the last digits choose the shard. */
const shardOf = (id: string) => dueShardName(Number.parseInt(id.slice(-4), 16) % dueShards);

function dueAttributes(assessment: Assessment) {
  const dueAt = nextDue(assessment);
  return dueAt === null
    ? { dueShard: undefined, dueAt: undefined }
    : { dueShard: shardOf(assessment.id), dueAt };
}

/** Returns the item of an assessment, with what the indexes hold of it. */
export function assessmentItem(assessment: Assessment) {
  return {
    ...key(assessment.id),
    ...assessment,
    ...dueAttributes(assessment),
    ...leadAttributes(assessment),
    ...findAttributes(assessment),
  };
}

/**
 * Lists the assessment with its mailbox and stores it. Returns true when it was accepted, false when its id is taken
 * already.
 */
export async function insertAssessment(table: Table, assessment: Assessment): Promise<boolean> {
  const { addressHash, id, expiresAt } = assessment;
  if (addressHash !== undefined) await noteOwned(table, addressHash, id, expiresAt);
  return madeUnlessConditionFails(
    table.client.send(
      new PutCommand({
        TableName: table.name,
        Item: assessmentItem(assessment),
        ConditionExpression: "attribute_not_exists(pk)",
      }),
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

const changeable = [
  "steps",
  "formerSteps",
  "lease",
  "actions",
  "grade",
  "status",
  "followUpsStopped",
  "contact",
  "addressHash",
  "linksFrom",
  "provedAt",
  "consent",
  "consentBefore",
  "sales",
] as const;

/** What may change of an assessment; what is left out stays. */
export type AssessmentChange = Partial<Pick<Assessment, (typeof changeable)[number]>>;

/**
 * Writes what `change` makes of the assessment as last read; again when somebody else wrote in between.
 * Returns the changed assessment, or null when it is gone or `change` returned null.
 * @param seen the assessment as last seen, which saves reading it when nobody else wrote
 */
export async function changeAssessment(
  table: Table,
  id: string,
  change: (assessment: Assessment) => AssessmentChange | null,
  seen?: Assessment,
): Promise<Assessment | null> {
  let current = seen ?? (await readAssessment(table, id));
  while (current !== null) {
    const changes = change(current);
    if (changes === null) return null;
    const next: Assessment = { ...current, ...changes, revision: current.revision + 1 };
    if (await writeChange(table, current, next)) {
      await recountDay(table, current, next);
      return next;
    }
    current = await readAssessment(table, id);
  }
  return null;
}

const withoutFindParts = Object.fromEntries(findParts.map((part) => [part, undefined]));

function writeChange(table: Table, current: Assessment, next: Assessment): Promise<boolean> {
  const changed = changeable.filter((name) => next[name] !== current[name]);
  const update = setAttributes({
    ...Object.fromEntries(changed.map((name) => [name, next[name]])),
    revision: next.revision,
    ...dueAttributes(next),
    ...leadAttributes(next),
    // Corrected contact details are found by what they say now, and no longer by what they said.
    ...(next.contact === current.contact ? {} : { ...withoutFindParts, ...findAttributes(next) }),
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
  const deleted = assessmentSchema.safeParse(Attributes);
  if (deleted.success) await recountDay(table, deleted.data, null);
}

/** Whoever holds a lease of this name does nothing. */
const nobody = "put off";

/**
 * Puts an assessment off without reading it, where nothing better can be done: it stays owed and blocks no other.
 * Whoever changes the assessment next sets the true time again. Where nobody has a lease, nobody gets one until then:
 * a change of an assessment without one wakes a worker, which would come back here at once, again and again.
 */
export async function postponeAssessment(table: Table, id: string, until: Date): Promise<void> {
  const write = (update: string, condition: string, values: Record<string, unknown>) =>
    madeUnlessConditionFails(
      table.client.send(
        new UpdateCommand({
          TableName: table.name,
          Key: key(id),
          UpdateExpression: `SET dueAt = :until${update}`,
          ConditionExpression: `attribute_exists(dueShard)${condition}`,
          ExpressionAttributeValues: { ":until": until.toISOString(), ...values },
        }),
      ),
    );
  const lease: Assessment["lease"] = { owner: nobody, until: until.toISOString() };
  const free = " AND attribute_type(lease, :null)";
  if (!(await write(", lease = :lease", free, { ":lease": lease, ":null": "NULL" }))) await write("", "", {});
}
