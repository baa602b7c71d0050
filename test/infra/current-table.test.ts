import { CreateTableCommand } from "@aws-sdk/client-dynamodb";
import { PutCommand } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, expect, test } from "vitest";
import { leadsOfAddress } from "#functions/leads/leads-of-address.ts";
import { addressKey } from "#functions/store/addresses.ts";
import { assessmentItem, insertAssessment, readAssessment } from "#functions/store/assessments.ts";
import { everyLead, listLeads } from "#functions/store/lead-list.ts";
import { findByMailbox } from "#functions/store/lead-search.ts";
import { suppressedAddresses } from "#functions/store/suppressed-addresses.ts";
import { suppressAddress } from "#functions/store/suppressions.ts";
import { openTable } from "#functions/store/table.ts";
import { tableDefinition } from "#functions/store/table-definition.ts";
import { openCurrentTable } from "../../infra/local/current-table.ts";
import { localAws } from "../../infra/local/local-aws.ts";
import { sampleLead } from "../../infra/local/sample-leads.ts";
import { type LocalServer, startTableServer } from "../../infra/local/table-server.ts";
import { testConfig } from "../functions/test-app.ts";

const now = new Date("2026-11-25T12:00:00.000Z");
const options = { now, days: 60, count: 300, addressSecret: "secret", config: testConfig };
let server: LocalServer;

beforeAll(async () => {
  server = await startTableServer();
});
afterAll(() => server.close());

test("a table of an earlier version is moved with all it holds, and its leads are listed and found", async () => {
  const old = openTable("funnel", { ...localAws, endpoint: server.endpoint });
  const due = tableDefinition.GlobalSecondaryIndexes?.slice(0, 1);
  const keys = ["pk", "dueShard", "dueAt"];
  const AttributeDefinitions = tableDefinition.AttributeDefinitions?.filter(({ AttributeName = "" }) =>
    keys.includes(AttributeName),
  );
  await old.client.send(
    new CreateTableCommand({
      ...tableDefinition,
      TableName: "funnel",
      GlobalSecondaryIndexes: due,
      AttributeDefinitions,
    }),
  );
  const { assessment } = sampleLead(1, options);
  // As it was stored before leads had records, indexes and tallies.
  const { sales, addressHash, ...before } = assessment;
  await old.client.send(
    new PutCommand({ TableName: old.name, Item: { pk: `ASSESSMENT#${before.id}`, ...before } }),
  );
  await old.client.send(
    new PutCommand({ TableName: old.name, Item: { pk: "ASSESSMENT#unreadable", odd: true } }),
  );
  await suppressAddress(old, addressKey("secret", before.contact.email), "bounce", now);

  const table = await openCurrentTable(server.endpoint, "secret");
  expect(await readAssessment(table, before.id)).toMatchObject(before);
  const { rows } = await listLeads(table, everyLead, { size: 5, now, months: 26 });
  expect(rows.map((row) => row.assessment.id)).toEqual([before.id]);
  const hash = addressKey("secret", before.contact.email);
  expect((await findByMailbox(table, hash)).rows).toHaveLength(1);
  // Listed with its mailbox, too: "delete everything" has to find it.
  expect((await leadsOfAddress(table, "secret", hash)).map(({ id }) => id)).toEqual([before.id]);
  expect(await suppressedAddresses(table, 5)).toMatchObject([
    { addressHash: hash, suppressed: { why: "bounce" } },
  ]);
  await expect(readAssessment(table, "unreadable")).rejects.toThrow();

  // The next start finds one table, and changes nothing.
  const other = sampleLead(2, options).assessment;
  await insertAssessment(table, other);
  const again = await openCurrentTable(server.endpoint, "secret");
  expect(again.name).toBe(table.name);
  expect(assessmentItem((await readAssessment(again, other.id)) ?? other)).toEqual(assessmentItem(other));
  for (const { client } of [old, table, again]) client.destroy();
});
