import fc from "fast-check";
import { expect, test } from "vitest";
import type { Feedback, Report } from "#functions/feedback/ses-event.ts";
import { stepAfterReport } from "#functions/feedback/step-after-report.ts";
import type { Step } from "#functions/store/assessment-item.ts";

const tried: Step = {
  name: "report",
  state: "sending",
  attempts: 1,
  dueAt: "2026-06-12T12:00:00.000Z",
  lastError: null,
  messageIds: [],
};
const addresses = ["jo@example.com"];
const sent: Report = { kind: "sent" };
const delivered: Report = { kind: "delivered" };
const bouncedForGood: Report = { kind: "bounced", forGood: true, addresses };
const bouncedForNow: Report = { kind: "bounced", forGood: false, addresses };
const complained: Report = { kind: "complained", sent: true, addresses };

const minute = (at: number) => new Date(Date.parse("2026-06-12T12:00:00.000Z") + at * 60_000);
function event(report: Report, at = 1): Feedback {
  const step = { assessmentId: "one", name: tried.name };
  return { step, messageId: "a", account: "1", destination: addresses, at: minute(at), report };
}
const after = (...reports: Report[]) =>
  reports.reduce((step, report) => stepAfterReport(step, event(report)) ?? step, tried);

test.each<[string, Report[], Partial<Step>]>([
  ["taken", [sent], { state: "done", lastError: null }],
  ["delivered", [sent, delivered], { state: "done", deliveredAt: minute(1).toISOString() }],
  ["late", [sent, { kind: "delayed" }], { state: "done", delayedAt: minute(1).toISOString() }],
  ["refused", [{ kind: "refused" }], { state: "failed", lastError: "ses-refused" }],
  ["without a mailbox", [sent, bouncedForGood], { state: "bounced", lastError: "bounced" }],
  ["delivered, then sent back", [delivered, bouncedForGood], { state: "bounced", lastError: "bounced" }],
  ["not taken for now", [sent, bouncedForNow], { state: "bounced", lastError: "bounced-for-now" }],
  ["delivered, with an out-of-office note", [delivered, bouncedForNow], { state: "done", lastError: null }],
  ["unwanted", [delivered, complained], { state: "done", complainedAt: minute(1).toISOString() }],
  [
    "held back after an earlier complaint",
    [{ kind: "complained", sent: false, addresses }],
    { state: "bounced", lastError: "ses-suppressed" },
  ],
])("a mail that is %s leaves its step so", (_, reports, expected) => {
  expect(after(...reports)).toMatchObject({ ...expected, messageIds: ["a"] });
});

test("reports in any order, and any of them twice, end the same", () => {
  const reports: Report[] = [
    sent,
    delivered,
    { kind: "delayed" },
    { kind: "refused" },
    bouncedForGood,
    bouncedForNow,
    complained,
    { kind: "complained", sent: false, addresses },
  ];
  const events = fc.uniqueArray(fc.tuple(fc.constantFrom(...reports), fc.integer({ min: 0, max: 3 })), {
    maxLength: 6,
  });
  const apply = (list: readonly [Report, number][]) =>
    list.reduce((step, [report, at]) => stepAfterReport(step, event(report, at)) ?? step, tried);
  const shuffled = events.chain((list) =>
    fc.tuple(fc.constant(list), fc.shuffledSubarray([...list, ...list], { minLength: list.length * 2 })),
  );
  fc.assert(
    fc.property(shuffled, ([list, again]) => {
      expect(apply(again)).toEqual(apply(list));
    }),
  );
});

test("a second report of the same is nothing new", () => {
  expect(stepAfterReport(after(sent), event(sent))).toBeNull();
});
