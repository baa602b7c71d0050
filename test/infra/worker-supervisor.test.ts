import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { standardSupervision, superviseWorker } from "../../infra/local/worker-supervisor.ts";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "supervisor-"));
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

test("a worker that hangs over one mail is ended, and another one takes its place", async () => {
  const file = path.join(folder, "begun");
  vi.stubEnv("BEGUN_FILE", file);
  const endpoint = "http://127.0.0.1:9";
  const supervisor = superviseWorker(
    {
      tableEndpoint: endpoint,
      mailEndpoint: endpoint,
      secret: "s".repeat(32),
      hashKey: "h".repeat(32),
      siteUrl: endpoint,
    },
    {
      ...standardSupervision,
      entry: fileURLToPath(new URL("hanging-worker.ts", import.meta.url)),
      restartAfterMs: 1,
      beatMs: 10,
      beatsMissed: 60,
    },
  );
  const begun = () => (existsSync(file) ? readFileSync(file, "utf8").split("\n").length - 1 : 0);
  await vi.waitUntil(() => begun() >= 2, 15_000);
  await supervisor.stop();
  expect(begun()).toBeGreaterThanOrEqual(2);
});
