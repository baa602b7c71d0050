import { randomBytes } from "node:crypto";
import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { CreateTableCommand, waitUntilTableExists } from "@aws-sdk/client-dynamodb";
import { PutCommand, QueryCommand, type QueryCommandInput } from "@aws-sdk/lib-dynamodb";
import { afterEach, describe, expect, test } from "vitest";
import { openTable, type Table } from "#functions/store/table.ts";
import { startTableServer } from "../../infra/local/table-server.ts";
import { localAws } from "../functions/local-services.ts";

const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

/** A table of one shelf whose books stand in order. */
async function opened(folder?: string): Promise<Table> {
  const server = await startTableServer(folder);
  ends.push(server.close);
  const table = openTable("books", { ...localAws, endpoint: server.endpoint });
  ends.push(async () => table.client.destroy());
  await table.client.send(
    new CreateTableCommand({
      TableName: table.name,
      AttributeDefinitions: [
        { AttributeName: "shelf", AttributeType: "S" },
        { AttributeName: "place", AttributeType: "N" },
      ],
      KeySchema: [
        { AttributeName: "shelf", KeyType: "HASH" },
        { AttributeName: "place", KeyType: "RANGE" },
      ],
      BillingMode: "PAY_PER_REQUEST",
    }),
  );
  await waitUntilTableExists(
    { client: table.client, maxWaitTime: 20, minDelay: 1, maxDelay: 1 },
    { TableName: table.name },
  );
  return table;
}

async function put({ client, name }: Table, place: number, text = ""): Promise<void> {
  await client.send(new PutCommand({ TableName: name, Item: { shelf: "one", place, text } }));
}

function query({ client, name }: Table, changes: Partial<QueryCommandInput> = {}) {
  return client.send(
    new QueryCommand({
      TableName: name,
      KeyConditionExpression: "shelf = :shelf",
      ExpressionAttributeValues: { ":shelf": "one" },
      ...changes,
    }),
  );
}

describe.each(["in memory", "on disk"])("a query of a table %s", (where) => {
  async function shelf() {
    const folder = where === "on disk" ? mkdtempSync(path.join(tmpdir(), "books-")) : undefined;
    if (folder !== undefined) ends.push(async () => rmSync(folder, { recursive: true, force: true }));
    const table = await opened(folder);
    const places = Array.from({ length: 150 }, (_, place) => place);
    await Promise.all(places.map((place) => put(table, place)));
    const found = async (changes?: Partial<QueryCommandInput>) =>
      ((await query(table, changes)).Items ?? []).map(({ place }) => place);
    return { places, found };
  }

  test("finds every item once and in order, however many there are", async () => {
    const { places, found } = await shelf();
    expect(await found()).toEqual(places);
    expect(await found({ ScanIndexForward: false })).toEqual(places.toReversed());
  });

  test("stops where it is told, and goes on from there, both ways", async () => {
    const { places, found } = await shelf();
    const after = { ExclusiveStartKey: { shelf: "one", place: 20 } };
    expect(await found({ Limit: 100 })).toEqual(places.slice(0, 100));
    expect(await found(after)).toEqual(places.slice(21));
    expect(await found({ ...after, ScanIndexForward: false })).toEqual(places.slice(0, 20).reverse());
  });
});

test("an item written again and again takes the place of one, though queries ran in between", async () => {
  const folder = mkdtempSync(path.join(tmpdir(), "books-"));
  ends.push(async () => rmSync(folder, { recursive: true, force: true }));
  const table = await opened(folder);
  const [rounds, books, length] = [30, 10, 100_000];
  for (let round = 0; round < rounds; round += 1) {
    for (let place = 0; place < books; place += 1)
      await put(table, place, randomBytes(length / 2).toString("hex"));
    await query(table, { Limit: 1 });
  }
  const sizes = readdirSync(folder).map((name) => statSync(path.join(folder, name)).size);
  const stored = sizes.reduce((sum, size) => sum + size, 0);
  expect(stored).toBeLessThan(rounds * books * length);
});
