/** People who have signed in to the console: who can own a lead, their saved views and open sessions. */
import { GetCommand, QueryCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { z } from "zod";
import { reaching } from "#functions/store/failures.ts";
import { readItems } from "#functions/store/read-items.ts";
import type { Person } from "#functions/store/sales-record.ts";
import { endSession } from "#functions/store/sessions.ts";
import type { Table } from "#functions/store/table.ts";
import { listsIndex } from "#functions/store/table-definition.ts";
import { setAttributes } from "#functions/store/update-expression.ts";

const savedViewSchema = z.object({
  id: z.string(),
  name: z.string(),
  /** The filters as the address of the list holds them; never a search term. */
  query: z.string(),
});
export type SavedView = z.infer<typeof savedViewSchema>;

const userSchema = z.object({
  person: z.object({ id: z.string(), name: z.string() }),
  role: z.enum(["sales", "admin"]),
  lastSignInAt: z.iso.datetime(),
  views: z.array(savedViewSchema).default([]),
  sessions: z.set(z.string()).default(new Set()),
});
export type ConsoleUser = z.infer<typeof userSchema>;

const usersList = "USERS";
const mostUsers = 200;
const keptDays = 400;
const key = (id: string) => ({ pk: `USER#${id}` });

/** Returns the user, or null for somebody who never signed in. */
export async function readUser(table: Table, id: string): Promise<ConsoleUser | null> {
  const { Item } = await reaching(
    table.client.send(new GetCommand({ TableName: table.name, Key: key(id), ConsistentRead: true })),
  );
  return Item === undefined ? null : userSchema.parse(Item);
}

async function change(table: Table, id: string, attributes: Readonly<Record<string, unknown>>) {
  await reaching(
    table.client.send(
      new UpdateCommand({ TableName: table.name, Key: key(id), ...setAttributes(attributes) }),
    ),
  );
}

/** Notes a sign-in with its session. Somebody away for more than a year is forgotten. */
export async function noteSignIn(
  table: Table,
  { person, role }: Pick<ConsoleUser, "person" | "role">,
  sessionHash: string,
  at: Date,
) {
  await change(table, person.id, {
    ...{ person, role, list: usersList, listedAt: `${person.name}#${person.id}` },
    lastSignInAt: at.toISOString(),
    expiresAt: Math.floor(at.getTime() / 1000) + keptDays * 86_400,
  });
  await forgetEndedSessions(table, person.id);
  await changeSessions(table, person.id, "ADD", sessionHash);
}

/** Sessions that ran out by themselves. */
async function forgetEndedSessions(table: Table, id: string) {
  const { sessions = new Set<string>() } = (await readUser(table, id)) ?? {};
  const open = await readItems(
    table,
    [...sessions].map((hash) => `SESSION#${hash}`),
  );
  const still = new Set(open.map(({ pk }) => String(pk)));
  for (const hash of sessions)
    if (!still.has(`SESSION#${hash}`)) await changeSessions(table, id, "DELETE", hash);
}

async function changeSessions(table: Table, id: string, action: "ADD" | "DELETE", sessionHash: string) {
  await reaching(
    table.client.send(
      new UpdateCommand({
        TableName: table.name,
        Key: key(id),
        UpdateExpression: `${action} sessions :session`,
        ExpressionAttributeValues: { ":session": new Set([sessionHash]) },
      }),
    ),
  );
}

/** Ends one session of a user. */
export async function signOut(table: Table, id: string, sessionHash: string) {
  await endSession(table, sessionHash);
  await changeSessions(table, id, "DELETE", sessionHash);
}

/** Ends every session of a user. */
export async function signOutEverywhere(table: Table, id: string) {
  const user = await readUser(table, id);
  for (const sessionHash of user?.sessions ?? []) await signOut(table, id, sessionHash);
}

/** Returns everybody who signed in, by name. */
export async function listUsers(table: Table): Promise<ConsoleUser[]> {
  const { Items = [] } = await reaching(
    table.client.send(
      new QueryCommand({
        TableName: table.name,
        IndexName: listsIndex,
        KeyConditionExpression: "#list = :users",
        ExpressionAttributeNames: { "#list": "list" },
        ExpressionAttributeValues: { ":users": usersList },
        Limit: mostUsers,
      }),
    ),
  );
  const users = await readItems(
    table,
    Items.map(({ pk }) => String(pk)),
  );
  return users
    .map((item) => userSchema.parse(item))
    .sort((one, other) => one.person.name.localeCompare(other.person.name));
}

/** Returns the person of this id, or null for one who never signed in. */
export async function findPerson(table: Table, id: string): Promise<Person | null> {
  return (await readUser(table, id))?.person ?? null;
}

/** Writes the views a user saved for themselves. */
export async function keepViews(table: Table, id: string, views: readonly SavedView[]) {
  await change(table, id, { views });
}
