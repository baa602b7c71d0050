/** Every step that was owed, and the mails of it. */
import { stepId } from "#functions/delivery/step-id.ts";
import { undeliveredStep } from "#functions/delivery/undelivered.ts";
import { type Assessment, isOpen, type Step, type StepName } from "#functions/store/assessment-item.ts";
import type { Account, Evidence } from "./accounting.ts";
import type { AcceptedMail } from "./mail-front.ts";
import { allowedRepeat } from "./repeats.ts";
import { mailboxOf, poisonOf, toSales } from "./traits.ts";

function byStep(mails: readonly AcceptedMail[]): Map<string, AcceptedMail[]> {
  const found = new Map<string, AcceptedMail[]>();
  for (const mail of mails) {
    const others = found.get(mail.step);
    if (others === undefined) found.set(mail.step, [mail]);
    else others.push(mail);
  }
  return found;
}

function count({ cases }: Account, name: string): void {
  cases.set(name, (cases.get(name) ?? 0) + 1);
}

/** Returns why a step may end without a mail, or null where it may not. */
function allowedSilence(step: Step, { contact, id }: Assessment, { settings }: Evidence): string | null {
  const mailbox = mailboxOf(contact.email);
  const unfit = mailbox === "refused" || poisonOf(settings, id) !== null;
  if (step.state === "failed") return !toSales(step.name) && unfit ? "given up" : null;
  if (step.state === "unknown") return "not sent, since nobody could know that it was not";
  if (step.state !== "skipped") return null;
  if (step.lastError?.startsWith("suppressed") && mailbox === "takes") return null;
  return `skipped: ${step.lastError}`;
}

/** All that tells two mails of a step apart, for whoever has to find out how the second came about. */
function described({ step, messageId, at, fate, pid }: AcceptedMail): string {
  return `${step} ${messageId} at ${new Date(at).toISOString()} by ${pid}, ${fate}`;
}

function countRepeats(
  account: Account,
  evidence: Evidence,
  name: StepName,
  sent: readonly AcceptedMail[],
): void {
  const row = account.rows[name];
  const causes = sent.slice(1).map((again, at) => allowedRepeat(name, sent[at] ?? again, again, evidence));
  for (const cause of causes) if (cause !== null) count(account, `${name} mailed again: ${cause}`);
  if (!causes.includes(null)) {
    row.again += 1;
    return;
  }
  row.doubled += 1;
  account.faults.push(`${name} went ${sent.length} times: ${sent.map(described).join("; ")}`);
}

function countStep(
  account: Account,
  evidence: Evidence,
  assessment: Assessment,
  step: Step,
  sent: readonly AcceptedMail[],
): void {
  const row = account.rows[step.name];
  row.owed += 1;
  const silence = sent.length === 0 ? allowedSilence(step, assessment, evidence) : null;
  if (isOpen(step) || (sent.length === 0 && silence === null)) {
    row.lost += 1;
    const { state, lastError } = step;
    account.faults.push(
      `${step.name} of ${assessment.id} is ${state} (${lastError}) after ${sent.length} mails`,
    );
  } else if (silence !== null) {
    row.notMailed += 1;
    count(account, `${step.name}: ${silence}`);
  } else if (sent.length === 1) row.once += 1;
  else countRepeats(account, evidence, step.name, sent);
  if (sent.length > 0 && step.state === "unknown")
    count(account, `${step.name}: sent, and the outcome stayed unknown`);
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

/** Counts the steps of every accepted submission. */
export function countSteps(account: Account, evidence: Evidence): void {
  const mails = byStep(evidence.mails);
  for (const { id } of evidence.accepted) {
    const assessment = evidence.stored.assessments.get(id);
    if (assessment === undefined) {
      account.faults.push(`${id} was accepted, and nothing of it is stored`);
      continue;
    }
    account.stored += 1;
    account.faults.push(...missingSteps(assessment));
    for (const step of assessment.steps) {
      const sent = mails.get(stepId({ assessmentId: id, name: step.name })) ?? [];
      countStep(account, evidence, assessment, step, sent);
    }
  }
}
