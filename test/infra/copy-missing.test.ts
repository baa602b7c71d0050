/** The restore rehearsed: what a table restored to a point in time has, and the live one has lost, comes back. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { leadsOfAddress } from "#functions/leads/leads-of-address.ts";
import { addressKey, readAddress } from "#functions/store/addresses.ts";
import type { Assessment } from "#functions/store/assessment-item.ts";
import { insertAssessment, readAssessment } from "#functions/store/assessments.ts";
import { createTable } from "#functions/store/create-table.ts";
import { dueAssessments } from "#functions/store/due-assessments.ts";
import { suppressAddress } from "#functions/store/suppressions.ts";
import { openTable, type Table } from "#functions/store/table.ts";
import { copyMissing } from "../../infra/operate/copy-missing.ts";
import { type LocalServices, localAws, startLocalServices } from "../functions/local-services.ts";
import { sampleSubmission } from "../functions/sample-submissions.ts";
import { createTestApp, submitWithProof, testSecrets } from "../functions/test-app.ts";

let services: LocalServices;
let live: Table;
let restored: Table;
const now = new Date("2026-11-25T10:00:00Z");
const address = addressKey(testSecrets.address, "stopped@example.com");

async function assessment(table: Table): Promise<Assessment> {
  const { id } = await submitWithProof(createTestApp(table), sampleSubmission());
  const kept = await readAssessment(table, id);
  if (kept === null) throw new Error("Nothing was stored.");
  return kept;
}

beforeAll(async () => {
  services = await startLocalServices();
  live = services.table;
  restored = openTable("funnel-restored", { ...localAws, endpoint: services.tableEndpoint });
  await createTable(restored);
});

afterAll(async () => {
  restored.client.destroy();
  await services.stop();
});

it("copies what is missing, leaves what has changed since, and keeps the forgotten forgotten", async () => {
  const lost = await assessment(restored);
  const forgotten = await assessment(restored);
  const both = await assessment(restored);
  const changed = { ...both, status: "contacted" as const, revision: 7 };
  await insertAssessment(live, changed);
  await insertAssessment(restored, {
    ...lost,
    id: crypto.randomUUID(),
    lease: { owner: "past", until: now.toISOString() },
  });
  await suppressAddress(restored, address, "complaint", now);

  const choices = { erased: new Set([forgotten.id]), apply: true };
  const counted = await copyMissing(restored, live, { ...choices, apply: false });
  expect(await readAssessment(live, lost.id)).toBeNull();
  expect(await copyMissing(restored, live, choices)).toEqual(counted);
  expect(counted).toMatchObject({ kept: 1, erased: 1 });

  expect(await readAssessment(live, lost.id)).toEqual(lost);
  const { email } = lost.contact;
  const found = await leadsOfAddress(live, testSecrets.address, addressKey(testSecrets.address, email));
  expect(found.map(({ id }) => id)).toContain(lost.id);
  expect(await readAssessment(live, forgotten.id)).toBeNull();
  expect(await readAssessment(live, both.id)).toEqual(changed);
  expect((await readAddress(live, address)).suppressed).toMatchObject({ why: "complaint" });
});

it("leaves steps owed as they were, and no lease of the past", async () => {
  const due: Assessment[] = [];
  for await (const id of dueAssessments(live, new Date())) {
    const kept = await readAssessment(live, id);
    if (kept !== null) due.push(kept);
  }
  expect(due.length).toBeGreaterThanOrEqual(2);
  for (const { lease } of due) expect(lease).toBeNull();
});

it("changes nothing when it is run again", async () => {
  const again = await copyMissing(restored, live, { erased: new Set(), apply: true });
  // The forgotten one: whoever leaves the list out brings it back.
  expect(again.copied).toBe(1);
  expect((await copyMissing(restored, live, { erased: new Set(), apply: true })).copied).toBe(0);
});
