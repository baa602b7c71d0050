import { stepKinds } from "#functions/delivery/step-kinds.ts";
import { withUndeliveredNotice } from "#functions/delivery/undelivered.ts";
import type { Feedback } from "#functions/feedback/ses-event.ts";
import { stepAfterReport } from "#functions/feedback/step-after-report.ts";
import { stepOfMail } from "#functions/feedback/step-of-mail.ts";
import { afterSuppression } from "#functions/leads/lead-changes.ts";
import type { Log } from "#functions/log.ts";
import { addressKey, readAddress } from "#functions/store/addresses.ts";
import type { Assessment, Step } from "#functions/store/assessment-item.ts";
import { type AssessmentChange, changeAssessment, readAssessment } from "#functions/store/assessments.ts";
import { TableUnavailable } from "#functions/store/failures.ts";
import { countMail, type MailOutcome } from "#functions/store/mail-health.ts";
import { noteSoftBounce } from "#functions/store/soft-bounces.ts";
import { suppressAddress } from "#functions/store/suppressions.ts";
import type { Table } from "#functions/store/table.ts";
import type { FunnelConfig } from "#shared/funnel-config.ts";

export interface FeedbackDependencies {
  table: Table;
  config: FunnelConfig;
  addressSecret: string;
  now: () => Date;
  log: Log;
}

/** Null for one that was deleted, and for one that cannot be read: a complaint counts all the same. */
async function readIfReadable({ table, log }: FeedbackDependencies, id: string): Promise<Assessment | null> {
  try {
    return await readAssessment(table, id);
  } catch (error) {
    if (error instanceof TableUnavailable) throw error;
    log.error("assessment not readable", { assessment: id });
    return null;
  }
}

/** Suppresses the mail's own recipient and nobody else: a server on the way may name a stranger. */
async function settleAddress(
  { table, addressSecret, log }: FeedbackDependencies,
  { step, messageId, at, report }: Feedback,
  own: string,
  wasDelivered: boolean,
): Promise<void> {
  if (report.kind !== "bounced" && report.kind !== "complained") return;
  const isNamed = report.addresses.some((address) => addressKey(addressSecret, address) === own);
  if (report.kind === "complained" || report.forGood) {
    const why = report.kind === "complained" ? "complaint" : "bounce";
    if (isNamed) await suppressAddress(table, own, why, at);
    const assessment = step === "erasure" ? undefined : step.assessmentId;
    log.info(isNamed ? "address suppressed" : "stranger named", { assessment, why });
    if (isNamed || why === "complaint") return;
  }
  if (!wasDelivered) await noteSoftBounce(table, own, { messageId, at });
}

/** What counts towards the rates SES watches, each once for a step. */
function newOutcomes(before: Step, after: Step): MailOutcome[] {
  return [
    ...(before.deliveredAt === undefined && after.deliveredAt !== undefined ? (["delivered"] as const) : []),
    ...(before.lastError !== "bounced" && after.lastError === "bounced" ? (["bounced"] as const) : []),
    ...(before.complainedAt === undefined && after.complainedAt !== undefined
      ? (["complained"] as const)
      : []),
  ];
}

/** A lead whose address is suppressed by now has no grade. */
async function withdrawGrade(
  { table, config, addressSecret, now }: FeedbackDependencies,
  { id, contact }: Assessment,
): Promise<void> {
  const { suppressed } = await readAddress(table, addressKey(addressSecret, contact.email));
  if (suppressed === undefined) return;
  await changeAssessment(table, id, (lead) => afterSuppression(lead, { config, now: now() }));
}

async function settleStep(
  { table, addressSecret, now, log }: FeedbackDependencies,
  feedback: Feedback,
  seen: Assessment,
): Promise<void> {
  let outcomes: MailOutcome[] = [];
  const change = (lead: Assessment): AssessmentChange | null => {
    const found = stepOfMail(lead, feedback, (email) => addressKey(addressSecret, email));
    const after = found === null ? null : stepAfterReport(found.step, feedback);
    if (found === null || after === null) return null;
    outcomes = newOutcomes(found.step, after);
    const changed = <Kind extends Step>(one: Kind): Kind => (one === found.step ? { ...one, ...after } : one);
    return found.former
      ? { formerSteps: lead.formerSteps?.map(changed) }
      : { steps: withUndeliveredNotice(lead.steps.map(changed), now()) };
  };
  if ((await changeAssessment(table, seen.id, change, seen)) === null) return;
  log.info("step settled", { assessment: seen.id, kind: feedback.report.kind });
  for (const outcome of outcomes) await countMail(table, outcome, now());
}

/** Settles a mail whose assessment is gone, or was never one: it has a recipient, and that is all. */
async function settleRecipient(dependencies: FeedbackDependencies, feedback: Feedback): Promise<void> {
  const { step, destination } = feedback;
  const [recipient, ...others] = destination;
  if (recipient === undefined || others.length > 0) return;
  if (step !== "erasure" && stepKinds[step.name].to !== "prospect") return;
  await settleAddress(dependencies, feedback, addressKey(dependencies.addressSecret, recipient), false);
}

/**
 * Writes down what SES says became of a mail. Told twice or in another order, it ends the same; about a mail that
 * no step can have sent, it changes nothing. A mailbox that the assessment has left counts for itself.
 * @throws TableUnavailable
 */
export async function settleFeedback(dependencies: FeedbackDependencies, feedback: Feedback): Promise<void> {
  const { step } = feedback;
  const assessment = step === "erasure" ? null : await readIfReadable(dependencies, step.assessmentId);
  if (step === "erasure" || assessment === null) return settleRecipient(dependencies, feedback);
  const { addressSecret, log } = dependencies;
  const found = stepOfMail(assessment, feedback, (email) => addressKey(addressSecret, email));
  if (found === null)
    return log.error("mail event about no mail of ours", { assessment: assessment.id, step: step.name });
  // Sales gets its notices because funnel.config.ts says so, not because somebody filled in a form.
  if (found.addressHash !== null)
    await settleAddress(dependencies, feedback, found.addressHash, found.step.deliveredAt !== undefined);
  await settleStep(dependencies, feedback, assessment);
  if (feedback.report.kind === "bounced" || feedback.report.kind === "complained")
    await withdrawGrade(dependencies, assessment);
}
