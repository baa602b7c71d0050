import { mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { createTable } from "#functions/store/create-table.ts";
import { dueAssessments } from "#functions/store/due-assessments.ts";
import { openTable } from "#functions/store/table.ts";
import { mendDueIndex } from "../../infra/local/mend-due-index.ts";
import { startTableServer } from "../../infra/local/table-server.ts";
import { localAws } from "../functions/local-services.ts";
import { sampleSubmission } from "../functions/sample-submissions.ts";
import { createTestApp } from "../functions/test-app.ts";

interface Store {
  keys(): AsyncIterable<string>;
  del(key: string): Promise<void>;
  close(): Promise<void>;
}

/** Leaves the store of dynalite as a power cut may: an assessment owed, and not in the index of due ones. */
async function loseIndex(folder: string): Promise<void> {
  const required = createRequire(createRequire(import.meta.url).resolve("dynalite"));
  const { Level } = required("level") as { Level: new (place: string) => Store };
  const store = new Level(folder);
  for await (const key of store.keys()) if (key.startsWith("index-global~funnel~due~")) await store.del(key);
  await store.close();
}

async function opened(folder: string) {
  const server = await startTableServer(folder);
  const table = openTable("funnel", { ...localAws, endpoint: server.endpoint });
  await createTable(table);
  const due = async () => {
    const ids: string[] = [];
    for await (const id of dueAssessments(table, new Date())) ids.push(id);
    return ids;
  };
  const close = async () => {
    table.client.destroy();
    await server.close();
  };
  return { table, due, close };
}

test("what a power cut took out of the index is due again after the next start", async () => {
  const folder = mkdtempSync(path.join(tmpdir(), "index-"));
  const submission = sampleSubmission();
  const before = await opened(folder);
  await createTestApp(before.table).submit(submission);
  await before.close();
  await loseIndex(folder);

  const after = await opened(folder);
  expect(await after.due()).toEqual([]);
  await mendDueIndex(after.table);
  expect(await after.due()).toEqual([submission.submissionId]);
  await after.close();
  rmSync(folder, { recursive: true, force: true });
});
