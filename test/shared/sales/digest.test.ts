import { expect, it } from "vitest";
import { buildDigest, type DigestLead } from "#shared/sales/digest.ts";

const until = new Date("2026-11-25T12:00:00Z");
const hours = (count: number) => new Date(until.getTime() - count * 3_600_000);

function lead(grade: DigestLead["grade"], ago: number, changes: Partial<DigestLead> = {}): DigestLead {
  return {
    grade,
    organisation: `Sample ${ago}`,
    status: "new",
    receivedAt: hours(ago),
    href: `/${ago}`,
    ...changes,
  };
}

it("lists the leads of the last day, best grade first, then newest", () => {
  const digest = buildDigest(
    [lead("C", 1), lead("A", 20), lead(null, 2), lead("A", 3), lead("B", 23)],
    until,
  );
  expect(digest?.subject).toBe("5 new leads, 2 of grade A");
  expect(digest?.arrived.map(({ text }) => text)).toEqual([
    "A · Sample 3 · 3 hours",
    "A · Sample 20 · 20 hours",
    "B · Sample 23 · 23 hours",
    "C · Sample 1 · 1 hour",
    "– · Sample 2 · 2 hours",
  ]);
});

it("reminds of earlier leads of grade A and B that nobody has taken up, longest waiting first", () => {
  const earlier = [
    lead("B", 30),
    lead("A", 100),
    lead("C", 40),
    lead("A", 50, { status: "contacted" }),
    lead(null, 60),
  ];
  const digest = buildDigest(earlier, until);
  expect(digest?.subject).toBe("0 new leads; 2 wait");
  expect(digest?.waiting.map(({ text }) => text)).toEqual([
    "A · Sample 100 · 4 days",
    "B · Sample 30 · 1 day",
  ]);
});

it("has nothing to say when nothing came in and nothing waits", () => {
  expect(buildDigest([lead("C", 40)], until)).toBeNull();
});
