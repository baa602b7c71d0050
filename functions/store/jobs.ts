/**
 * Jobs in the table. Whoever moves a job's due time forward has it until then; a crash lets it come due again.
 */
import { DeleteCommand, GetCommand, PutCommand, QueryCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { madeUnlessConditionFails, reaching } from "#functions/store/failures.ts";
import { isPersonal, type Job, jobSchema, type Task } from "#functions/store/job-item.ts";
import type { Table } from "#functions/store/table.ts";
import { dueIndex } from "#functions/store/table-definition.ts";

const prefix = "JOB#";
const key = (id: string) => ({ pk: `${prefix}${id}` });

/** Beside the shards of assessments: few and far between, they need one key. */
const dueShard = "JOBS";
const keptSeconds = 90 * 86_400;
/** A day longer than the tries go on. */
const personalSeconds = 3 * 86_400;
const mostAtOnce = 25;

/** Returns true when the job was added, false when one of this id is there already, done or not. */
export function addJob(table: Table, id: string, task: Task, dueAt: Date): Promise<boolean> {
  const job: Job = {
    id,
    task,
    state: "owed",
    attempts: 0,
    lastError: null,
    expiresAt: Math.floor(dueAt.getTime() / 1000) + (isPersonal(task) ? personalSeconds : keptSeconds),
  };
  const Item = { ...key(id), ...job, dueShard, dueAt: dueAt.toISOString() };
  return madeUnlessConditionFails(
    table.client.send(
      new PutCommand({ TableName: table.name, Item, ConditionExpression: "attribute_not_exists(pk)" }),
    ),
  );
}

/** Returns the job, or null when there is none. */
export async function readJob(table: Table, id: string): Promise<Job | null> {
  const { Item } = await reaching(
    table.client.send(new GetCommand({ TableName: table.name, Key: key(id), ConsistentRead: true })),
  );
  return Item === undefined ? null : jobSchema.parse(Item);
}

/** Returns the ids of jobs due by `now`, longest due first, a limited number at once. */
export async function dueJobs(table: Table, now: Date): Promise<string[]> {
  const { Items = [] } = await reaching(
    table.client.send(
      new QueryCommand({
        TableName: table.name,
        IndexName: dueIndex,
        KeyConditionExpression: "dueShard = :shard AND dueAt <= :now",
        ExpressionAttributeValues: { ":shard": dueShard, ":now": now.toISOString() },
        Limit: mostAtOnce,
      }),
    ),
  );
  return Items.map(({ pk }) => String(pk).slice(prefix.length));
}

interface JobUpdate {
  set: string;
  onlyIf: string;
  values: Readonly<Record<string, unknown>>;
}

function update(table: Table, id: string, { set, onlyIf, values }: JobUpdate): Promise<boolean> {
  return madeUnlessConditionFails(
    table.client.send(
      new UpdateCommand({
        TableName: table.name,
        Key: key(id),
        UpdateExpression: set,
        ConditionExpression: onlyIf,
        // "state" is a reserved word.
        ExpressionAttributeNames: { "#state": "state" },
        ExpressionAttributeValues: values,
      }),
    ),
  );
}

/** Returns the job, begun and ours until `until`; null when it is not due or somebody else began it. */
export async function claimJob(table: Table, id: string, now: Date, until: Date): Promise<Job | null> {
  const claimed = await update(table, id, {
    set: "SET attempts = attempts + :one, dueAt = :until",
    onlyIf: "#state = :owed AND dueAt <= :now",
    values: { ":one": 1, ":until": until.toISOString(), ":owed": "owed", ":now": now.toISOString() },
  });
  return claimed ? readJob(table, id) : null;
}

/** Writes what became of a job, unless it was begun anew meanwhile. */
export function settleJob(
  table: Table,
  { id, attempts }: Pick<Job, "id" | "attempts">,
  outcome:
    | { state: "done" }
    | { state: "failed"; error: string }
    | { state: "owed"; error: string; dueAt: Date },
): Promise<boolean> {
  const again = outcome.state === "owed";
  return update(table, id, {
    set: `SET #state = :state, lastError = :error${again ? ", dueAt = :due" : " REMOVE dueShard, dueAt"}`,
    onlyIf: "attempts = :attempts",
    values: {
      ":state": outcome.state,
      ":error": "error" in outcome ? outcome.error : null,
      ":attempts": attempts,
      ...(again ? { ":due": outcome.dueAt.toISOString() } : {}),
    },
  });
}

/** Takes a job away, whatever became of it. */
export async function removeJob(table: Table, id: string): Promise<void> {
  await reaching(table.client.send(new DeleteCommand({ TableName: table.name, Key: key(id) })));
}

/** Has a job done once more, whatever became of it before; returns false when there is none. */
export function repeatJob(table: Table, id: string, dueAt: Date): Promise<boolean> {
  return update(table, id, {
    set: "SET #state = :owed, attempts = :none, lastError = :null, dueShard = :shard, dueAt = :due",
    onlyIf: "attribute_exists(pk)",
    values: {
      ":owed": "owed",
      ":none": 0,
      ":null": null,
      ":shard": dueShard,
      ":due": dueAt.toISOString(),
    },
  });
}
