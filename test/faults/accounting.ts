/** What became of every submission and of every mail: nothing lost, nothing doubled, or it says which. */
import { stepId } from "#functions/delivery/step-id.ts";
import { stepKinds } from "#functions/delivery/step-kinds.ts";
import { undeliveredStep } from "#functions/delivery/undelivered.ts";
import { addressKey } from "#functions/store/addresses.ts";
import {
  type Assessment,
  isOpen,
  type Step,
  type StepName,
  stepNames,
} from "#functions/store/assessment-item.ts";
import type { AcceptedMail } from "./mail-front.ts";
import { allowedRepeat, type Happened } from "./repeats.ts";
import type { Reported } from "./reports.ts";
import { config, type FaultSettings, secrets } from "./settings.ts";
import type { Stored } from "./stored.ts";
import { mailboxOf, poisonOf, type Traits } from "./traits.ts";

export interface Row {
  owed: number;
  once: number;
  again: number;
  doubled: number;
  notMailed: number;
  lost: number;
}

export interface Account {
  accepted: number;
  stored: number;
  rows: Record<StepName, Row>;
  /** Named cases that are allowed, and how often each came. */
  cases: Map<string, number>;
  /** What must not be, each in a sentence. */
  faults: string[];
}

export interface Evidence extends Happened {
  settings: FaultSettings;
  accepted: readonly Traits[];
  stored: Stored;
  mails: readonly AcceptedMail[];
}

/** Whatever was on its way when an address was suppressed. */
const underwayMs = 60_000;
const notFound = "nothing of it is stored";

function byStep(mails: readonly AcceptedMail[]): Map<string, AcceptedMail[]> {
  const found = new Map<string, AcceptedMail[]>();
  for (const mail of mails) found.set(mail.step, [...(found.get(mail.step) ?? []), mail]);
  return found;
}

/** Returns why a step ended without a mail, or null where it should not have. */
function allowedSilence(step: Step, { contact, id }: Assessment, settings: FaultSettings): string | null {
  const mailbox = mailboxOf(contact.email);
  const unfit = mailbox === "refused" || poisonOf(settings, id) !== null;
  if (step.state === "failed") return stepKinds[step.name].to === "prospect" && unfit ? "given up" : null;
  if (step.state === "unknown") return "a follow-up not sent, since nobody could know that it was not";
  if (step.state !== "skipped") return null;
  if (step.lastError?.startsWith("suppressed") && mailbox === "takes") return null;
  return `skipped: ${step.lastError}`;
}

/** Returns the account of a run. */
export function accountOf(evidence: Evidence): Account {
  const { accepted, stored, mails, settings } = evidence;
  const empty = (): Row => ({ owed: 0, once: 0, again: 0, doubled: 0, notMailed: 0, lost: 0 });
  const rows = Object.fromEntries(stepNames.map((name) => [name, empty()])) as Record<StepName, Row>;
  const cases = new Map<string, number>();
  const faults: string[] = [];
  const count = (name: string) => cases.set(name, (cases.get(name) ?? 0) + 1);
  const mailsOf = byStep(mails);

  function countRepeats(name: StepName, sent: readonly AcceptedMail[]): void {
    const row = rows[name];
    const causes = sent.slice(1).map((again, at) => allowedRepeat(name, sent[at] ?? again, again, evidence));
    for (const cause of causes) if (cause !== null) count(`${name} mailed again: ${cause}`);
    if (!causes.includes(null)) {
      row.again += 1;
      return;
    }
    row.doubled += 1;
    faults.push(`${name} of ${sent[0]?.step} went ${sent.length} times`);
  }

  function countStep(step: Step, assessment: Assessment): void {
    const row = rows[step.name];
    const sent = mailsOf.get(stepId({ assessmentId: assessment.id, name: step.name })) ?? [];
    row.owed += 1;
    const silence = sent.length === 0 ? allowedSilence(step, assessment, settings) : null;
    if (isOpen(step) || (sent.length === 0 && silence === null)) {
      row.lost += 1;
      faults.push(
        `${step.name} of ${assessment.id} is ${step.state} (${step.lastError}) after ${sent.length} mails`,
      );
    } else if (silence !== null) {
      row.notMailed += 1;
      count(`${step.name}: ${silence}`);
    } else if (sent.length === 1) row.once += 1;
    else countRepeats(step.name, sent);
    if (sent.length > 0 && step.state === "unknown") count("a follow-up sent whose outcome stayed unknown");
  }

  for (const { id } of accepted) {
    const assessment = stored.assessments.get(id);
    if (assessment === undefined) {
      rows["sales-notice"].lost += 1;
      faults.push(`${id} was accepted, and ${notFound}`);
      continue;
    }
    for (const step of assessment.steps) countStep(step, assessment);
    faults.push(...missingSteps(assessment));
  }
  faults.push(...misdirected(evidence), ...suppressionFaults(evidence));
  return {
    accepted: accepted.length,
    stored: accepted.filter(({ id }) => stored.assessments.has(id)).length,
    rows,
    cases,
    faults,
  };
}

function missingSteps({ id, steps }: Assessment): string[] {
  const has = (wanted: StepName) => steps.some(({ name }) => name === wanted);
  const undelivered = undeliveredStep(steps);
  const noticed = undelivered === null || undelivered.lastError === "over-limit" || has("undelivered-notice");
  return [
    ...(has("report") || has("confirmation") ? [] : [`${id} owes its reader nothing`]),
    ...(has("sales-notice") ? [] : [`${id} was not told to sales`]),
    ...(noticed ? [] : [`${id} did not arrive, and sales does not know`]),
  ];
}

/** Mails that went to anybody else than they are for. */
function misdirected({ mails, stored }: Evidence): string[] {
  return mails.flatMap(({ step, to }) => {
    const [id = "", name] = step.split("_");
    const known = stepNames.find((one) => one === name);
    const lead = stored.assessments.get(id)?.contact.email;
    const meant = known !== undefined && stepKinds[known].to === "sales" ? config.sales.recipients[0] : lead;
    return to === meant ? [] : [`a mail of ${step} went to somebody else`];
  });
}

const suppressing = new Set<Reported["name"]>(["bounce", "complaint"]);

/** Addresses suppressed without a cause, not suppressed with one, or mailed after it. */
function suppressionFaults({ accepted, reported, stored, mails }: Evidence): string[] {
  const forGood = reported.filter(
    ({ name, mail }) => suppressing.has(name) && ["bounces", "complains"].includes(mailboxOf(mail.to)),
  );
  const since = new Map<string, number>();
  for (const { mail, doneAt } of forGood)
    if (doneAt !== null) since.set(mail.to, Math.min(since.get(mail.to) ?? doneAt, doneAt));
  const hashOf = (email: string) => addressKey(secrets.address, email);
  const wanted = new Set([...since.keys()].map(hashOf));
  // A report whose handling was cut off may have come that far.
  const may = new Set(forGood.map(({ mail }) => hashOf(mail.to)));
  const full = new Set(
    accepted.filter(({ email }) => mailboxOf(email) === "full").map(({ email }) => hashOf(email)),
  );
  const late = mails.filter(({ to, at }) => at > (since.get(to) ?? Number.POSITIVE_INFINITY) + underwayMs);
  return [
    ...[...stored.suppressed]
      .filter(([hash, why]) => !may.has(hash) && !(why === "soft-bounces" && full.has(hash)))
      .map(([, why]) => `suppressed for nothing: ${why}`),
    ...[...wanted]
      .filter((hash) => !stored.suppressed.has(hash))
      .map(() => "an address that bounced is not suppressed"),
    ...late.map(({ step }) => `a mail of ${step} went to a suppressed address`),
  ];
}
