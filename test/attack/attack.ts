/**
 * An attack on the mailboxes of strangers: many submissions name a few of them, spelled in many ways, from many network
 * sources, with and without proof of work. Everything is real but the clock: API, table, worker and mail service.
 */
import { z } from "zod";
import { submissionsPerAddressPerDay } from "#functions/api/suspicion.ts";
import type { WorkerDependencies } from "#functions/delivery/worker.ts";
import { dueAssessments } from "#functions/store/due-assessments.ts";
import { createClock, createTestWorker } from "../functions/delivery/test-worker.ts";
import type { LocalServices } from "../functions/local-services.ts";
import { asForm, sampleSubmission } from "../functions/sample-submissions.ts";
import { createTestApp, type TestApp, testConfig } from "../functions/test-app.ts";
import { type Chance, chanceFrom, oneOf, spelled, victims } from "./spellings.ts";

export interface AttackPlan {
  submissions: number;
  /** At most 10. */
  victims: number;
  /** A fifth of them are addresses of one IPv6 network. */
  sources: number;
  /** Days watched, the first one with the attack. */
  days: number;
  seed: number;
}

export interface AttackCount {
  /** Answers by status code. */
  answers: Record<string, number>;
  /** Accepted and put aside, by reason. */
  held: Record<string, number>;
  deleted: number;
  /** A row for each victim, a number for each day. */
  mails: number[][];
  salesNotices: number;
}

interface Sent {
  response: Response;
  victim: number;
  email: string;
}

const storeSchema = z.object({
  emails: z.array(z.object({ destination: z.object({ to: z.array(z.string()) }) })),
});

async function recipients({ mailEndpoint }: LocalServices): Promise<string[]> {
  const { emails } = storeSchema.parse(await (await fetch(`${mailEndpoint}/store`)).json());
  return emails.flatMap(({ destination }) => destination.to);
}

function sourcesOf(count: number): string[] {
  return Array.from({ length: count }, (_, at) =>
    at < count / 5 ? `2001:db8:7::${at.toString(16)}` : `203.0.113.${at}`,
  );
}

/** One submission in one of the ways a program would send it. */
async function submitOnce(app: TestApp, email: string, source: string, chance: Chance): Promise<Response> {
  const contact = { email, organisation: "Sample MRO" };
  const submission = sampleSubmission({ contact });
  const from = { "x-test-source": source };
  const kind = chance();
  if (kind < 0.15) {
    const headers = { "content-type": "application/x-www-form-urlencoded", ...from };
    return app.request("/api/assessments", { method: "POST", headers, body: asForm(submission).toString() });
  }
  if (kind < 0.2) return app.submit({ ...submission, website: "https://spam.example" }, from);
  if (kind < 0.25) return app.submit({ ...submission, secondsTaken: chance() / 2 }, from);
  if (kind < 0.6) return app.submit({ ...submission, proof: await app.proof() }, from);
  return app.submit(submission, from);
}

/** Returns where the result of an accepted submission is. */
async function resultOf({ response }: Sent): Promise<string | null> {
  if (response.status === 303) return response.headers.get("location");
  return response.status === 201 ? (await response.json()).resultUrl : null;
}

function tally(values: readonly (string | number)[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}

/** Runs the attack and returns what came of it. */
export async function attack(
  services: LocalServices,
  plan: AttackPlan,
  changes: Partial<WorkerDependencies> = {},
): Promise<AttackCount> {
  const chance = chanceFrom(plan.seed);
  const clock = createClock();
  const app = createTestApp(services.table, {
    now: clock.now,
    submissionsPerSourcePerHour: testConfig.limits.submissionsPerSourcePerHour,
  });
  const worker = createTestWorker({ ...services, now: clock.now }, changes);
  const named = victims.slice(0, plan.victims);
  const sources = sourcesOf(plan.sources);
  const owner = new Map<string, number>();
  const sent: Sent[] = [];
  let deleted = 0;

  for (let count = 0; count < plan.submissions; count += 1) {
    const victim = count % named.length;
    const who = named[victim];
    if (who === undefined) throw new RangeError("There is no victim.");
    const email = spelled(who, chance);
    owner.set(email.toLowerCase(), victim);
    const response = await submitOnce(app, email, oneOf(chance, sources), chance);
    const one = { response, victim, email };
    sent.push(one);
    // Deleting what was sent must not make room for the next mail.
    const result = chance() < 0.2 ? await resultOf(one) : null;
    if (result !== null && app.owed.length > 0) {
      await worker.deliver(app.owed.at(-1) ?? "");
      if ((await app.post(`${result}/delete`)).status === 200) deleted += 1;
    }
  }

  // A domain in its own letters is mailed under its ASCII name.
  const victimOf = (recipient: string) =>
    owner.get(recipient.toLowerCase()) ??
    owner.get(recipient.toLowerCase().replace("xn--bcher-kva", "bücher"));
  const mails = named.map((): number[] => []);
  let seen: string[] = [];
  for (let day = 0; day < plan.days; day += 1) {
    for await (const id of dueAssessments(services.table, clock.now())) await worker.deliver(id);
    const all = await recipients(services);
    const today = all.slice(seen.length).map(victimOf);
    for (const [victim, numbers] of mails.entries())
      numbers.push(today.filter((one) => one === victim).length);
    seen = all;
    clock.advance(86_400_000);
  }
  const reasons = app.logLines.flatMap((line) => {
    const { suspected } = JSON.parse(line);
    return typeof suspected === "string" ? [suspected] : [];
  });
  const [salesRecipient = ""] = testConfig.sales.recipients;
  return {
    answers: tally(sent.map(({ response }) => response.status)),
    held: tally(reasons),
    deleted,
    mails,
    salesNotices: seen.filter((recipient) => recipient === salesRecipient).length,
  };
}

/** Most notices that sales gets about one address in a day. */
export const noticesPerVictim = submissionsPerAddressPerDay;
