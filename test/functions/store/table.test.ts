import { GetCommand } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  addressKey,
  confirmAddress,
  forgetAddress,
  readAddress,
  takeMailSlot,
} from "#functions/store/addresses.ts";
import type { Step } from "#functions/store/assessment-item.ts";
import { changeAssessment, readAssessment } from "#functions/store/assessments.ts";
import { spendChallenge } from "#functions/store/challenges.ts";
import { createTable } from "#functions/store/create-table.ts";
import { countAgainstLimit } from "#functions/store/limits.ts";
import { suppressAddress } from "#functions/store/suppressions.ts";
import { type LocalServices, startLocalServices } from "../local-services.ts";
import { sampleSubmission } from "../sample-submissions.ts";
import { createTestApp } from "../test-app.ts";

let services: LocalServices;

beforeAll(async () => {
  services = await startLocalServices();
});
afterAll(() => services.stop());

async function accepted(): Promise<string> {
  const submission = sampleSubmission();
  await createTestApp(services.table).submit(submission);
  return submission.submissionId;
}

async function rawItem(id: string, kind = "ASSESSMENT"): Promise<Record<string, unknown>> {
  const { name, client } = services.table;
  const { Item } = await client.send(new GetCommand({ TableName: name, Key: { pk: `${kind}#${id}` } }));
  return Item ?? {};
}

describe("an assessment", () => {
  test("loses no change when many write at once", async () => {
    const id = await accepted();
    const tryOnce = ({ steps }: { steps: Step[] }) => ({
      steps: steps.map((step) => ({ ...step, attempts: step.attempts + 1 })),
    });
    await Promise.all(Array.from({ length: 5 }, () => changeAssessment(services.table, id, tryOnce)));
    const stored = await readAssessment(services.table, id);
    expect(stored?.steps.map(({ attempts }) => attempts)).toEqual([5, 5]);
    expect(stored?.revision).toBe(5);
  });

  test("is in the index of due ones only while a step is owed, under the earliest time", async () => {
    const id = await accepted();
    expect(await rawItem(id)).toMatchObject({ dueShard: expect.stringMatching(/^DUE#[0-7]$/) });
    const times = ["2030-01-02T00:00:00.000Z", "2030-01-01T00:00:00.000Z"];
    await changeAssessment(services.table, id, ({ steps }) => ({
      steps: steps.map((step, index) => ({ ...step, dueAt: times[index] ?? step.dueAt })),
    }));
    expect(await rawItem(id)).toMatchObject({ dueAt: "2030-01-01T00:00:00.000Z" });
    await changeAssessment(services.table, id, ({ steps }) => ({
      steps: steps.map((step) => ({ ...step, state: "done" })),
    }));
    expect(Object.keys(await rawItem(id))).not.toEqual(expect.arrayContaining(["dueShard"]));
    expect(Object.keys(await rawItem(id))).not.toEqual(expect.arrayContaining(["dueAt"]));
  });

  test("expires after the months that funnel.config.ts keeps leads", async () => {
    const { createdAt, expiresAt } = await rawItem(await accepted());
    const months = (Number(expiresAt) * 1000 - Date.parse(String(createdAt))) / (86_400_000 * 30.44);
    expect(Math.round(months)).toBe(24);
  });
});

describe("the limit of a source", () => {
  test("lets exactly so many through at once, and says how long the others wait", async () => {
    const now = new Date("2030-01-01T10:59:00.000Z");
    const waits = await Promise.all(
      Array.from({ length: 8 }, () => countAgainstLimit(services.table, "one source", 3, now)),
    );
    expect(waits.filter((wait) => wait === null)).toHaveLength(3);
    expect(waits.filter((wait) => wait !== null)).toEqual(Array(5).fill(60));
    const nextHour = new Date("2030-01-01T11:00:00.000Z");
    expect(await countAgainstLimit(services.table, "one source", 3, nextHour)).toBeNull();
  });
});

describe("a challenge", () => {
  test("serves one submission, which may come twice", async () => {
    const spend = (submissionId: string) =>
      spendChallenge(services.table, "challenge", submissionId, 2_000_000_000);
    expect(await spend("first")).toBe("first");
    expect(await spend("first")).toBe("again");
    expect(await spend("second")).toBe("taken");
  });
});

describe("an address", () => {
  test("is stored as a keyed hash; its first suppression stays, with further reasons beside it", async () => {
    const key = addressKey("a secret", "jo@example.com");
    expect(key).not.toContain("jo");
    expect(addressKey("another secret", "jo@example.com")).not.toBe(key);
    await suppressAddress(services.table, key, "bounce", new Date("2030-01-01T00:00:00.000Z"));
    await suppressAddress(services.table, key, "not-me", new Date("2030-01-02T00:00:00.000Z"));
    const reasons = { bounce: "2030-01-01T00:00:00.000Z", "not-me": "2030-01-02T00:00:00.000Z" };
    expect(await readAddress(services.table, key)).toEqual({
      suppressed: { why: "bounce", at: reasons.bounce, reasons },
    });
  });
});

describe("the mails of a day", () => {
  const noon = new Date("2030-06-12T12:00:00.000Z");
  const later = (hours: number) => new Date(noon.getTime() + hours * 3_600_000);
  const fresh = () => addressKey("a secret", `${crypto.randomUUID()}@example.com`);
  const take = (address: string, now = noon, mailId: string = crypto.randomUUID()) =>
    takeMailSlot(services.table, address, { kind: "requested", mailId, limit: 1, now });
  const endOf = async (address: string) => (await rawItem(address, "ADDRESS")).expiresAt;

  test("are counted on as long as the day lasts, from the last mail on", async () => {
    const address = fresh();
    expect(await take(address)).toBe(true);
    expect(await take(address, later(22))).toBe(true);
    // Not the end of the first day's number, which lies within the second day.
    expect(await endOf(address)).toBeGreaterThan(later(36).getTime() / 1000);
    expect(await take(address, later(35))).toBe(false);
  });

  test("are not begun anew by a clock that is still in the day before", async () => {
    const address = fresh();
    const [midnight, before] = [new Date("2030-06-13T00:00:01.000Z"), new Date("2030-06-12T23:59:59.000Z")];
    expect(await take(address, midnight)).toBe(true);
    expect(await take(address, before)).toBe(false);
    expect(await take(address, midnight)).toBe(false);
  });

  test("outlive a deletion, which forgets the confirmation", async () => {
    const address = fresh();
    await take(address);
    await confirmAddress(services.table, address, noon, later(24 * 700).getTime() / 1000);
    await forgetAddress(services.table, address, noon);
    expect(await readAddress(services.table, address)).toEqual({});
    expect(await take(address)).toBe(false);
    expect(await endOf(address)).toBeLessThan(later(26).getTime() / 1000);
  });

  test("of a confirmed address leave it confirmed for as long as it was", async () => {
    const address = fresh();
    const end = later(24 * 700).getTime() / 1000;
    await confirmAddress(services.table, address, noon, end);
    expect(await take(address)).toBe(true);
    expect(await endOf(address)).toBe(end);
  });

  test("are none for a suppressed address, whose record gets no end", async () => {
    const address = fresh();
    await suppressAddress(services.table, address, "complaint", noon);
    expect(await take(address)).toBe(false);
    expect(await endOf(address)).toBeUndefined();
  });
});

test("creating the table again leaves it as it is", async () => {
  const id = await accepted();
  await createTable(services.table);
  expect(await readAssessment(services.table, id)).not.toBeNull();
});
