/** A short part of `npm run faults`, always the same: two dozen processes die over twenty submissions. */
import { expect, test } from "vitest";
import { runFaults } from "./fault-run.ts";

test("while table, mailbox and processes fail, nothing accepted is lost and nothing goes twice", {
  timeout: 120_000,
}, async () => {
  const settings = { seed: 21_292, submissions: 20, realReports: 0.05, killsPerBoundary: 0.08, killers: 0 };
  const { account, met, deaths, powerCuts, repeatedRequests } = await runFaults(settings, () => undefined);
  expect(account.faults).toEqual([]);
  expect(account).toMatchObject({ accepted: 20, stored: 20 });
  const { report, confirmation, "sales-notice": notices, "follow-up-3": followUps } = account.rows;
  expect(notices.once + notices.again).toBe(20);
  expect(report.once + report.again).toBeGreaterThan(10);
  expect(confirmation.once + confirmation.again).toBeGreaterThan(0);
  expect(followUps.once).toBeGreaterThan(0);

  // It would be easy to lose nothing where nothing fails.
  const faults = [...met.values()].flatMap((counts) => [...counts.keys()]);
  expect(faults).toEqual(expect.arrayContaining(["throttle", "error", "reset", "lost", "kill after"]));
  const boundaries = ["begin step", "write sending", "send mail", "end lease"];
  expect([...met.keys()]).toEqual(expect.arrayContaining(boundaries.map((name) => `worker: ${name}`)));
  expect(met.get("worker: send mail")?.get("kill after")).toBeGreaterThan(0);
  expect(met.get("api: store assessment")?.get("kill after")).toBeGreaterThan(0);
  expect(deaths).toBeGreaterThan(4);
  expect(powerCuts).toBe(1);
  expect(repeatedRequests).toBeGreaterThan(0);
});
