import { GetCommand } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addressKey, normalizedAddress, readAddress } from "#functions/store/addresses.ts";
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

async function rawItem(id: string): Promise<Record<string, unknown>> {
  const { name, client } = services.table;
  const { Item } = await client.send(new GetCommand({ TableName: name, Key: { pk: `ASSESSMENT#${id}` } }));
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
    expect(await spend("first")).toBe(true);
    expect(await spend("first")).toBe(true);
    expect(await spend("second")).toBe(false);
  });
});

describe("an address", () => {
  test.each([
    ["Jo.Smith+news@Gmail.com", "josmith@gmail.com"],
    ["j.osmith@googlemail.com", "josmith@gmail.com"],
    ["Jo.Smith+news@Example.COM", "jo.smith@example.com"],
    ["+tag@example.com", "+tag@example.com"],
  ])("%s belongs to the mailbox %s", (email, mailbox) => {
    expect(normalizedAddress(email)).toBe(mailbox);
  });

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

test("creating the table again leaves it as it is", async () => {
  const id = await accepted();
  await createTable(services.table);
  expect(await readAssessment(services.table, id)).not.toBeNull();
});
