import { stepKinds } from "#functions/delivery/step-kinds.ts";
import { withUndeliveredNotice } from "#functions/delivery/undelivered.ts";
import type { Feedback } from "#functions/feedback/ses-event.ts";
import { isOwnMail, stepAfterReport } from "#functions/feedback/step-after-report.ts";
import { afterSuppression } from "#functions/leads/lead-changes.ts";
import type { Log } from "#functions/log.ts";
import { addressKey, readAddress } from "#functions/store/addresses.ts";
import type { Assessment, Step } from "#functions/store/assessment-item.ts";
import { changeAssessment, readAssessment } from "#functions/store/assessments.ts";
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

const stepOf = ({ steps }: Assessment, { step }: Feedback) => steps.find(({ name }) => name === step.name);

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
  recipient: string,
  wasDelivered: boolean,
): Promise<void> {
  if (report.kind !== "bounced" && report.kind !== "complained") return;
  const own = addressKey(addressSecret, recipient);
  const isNamed = report.addresses.some((address) => addressKey(addressSecret, address) === own);
  if (report.kind === "complained" || report.forGood) {
    const why = report.kind === "complained" ? "complaint" : "bounce";
    if (isNamed) await suppressAddress(table, own, why, at);
    log.info(isNamed ? "address suppressed" : "stranger named", { assessment: step.assessmentId, why });
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
  { table, now, log }: FeedbackDependencies,
  feedback: Feedback,
  seen: Assessment,
): Promise<void> {
  let outcomes: MailOutcome[] = [];
  const change = ({ steps }: Assessment) => {
    const step = steps.find(({ name }) => name === feedback.step.name);
    const after =
      step === undefined || !isOwnMail(step, feedback.messageId) ? null : stepAfterReport(step, feedback);
    if (step === undefined || after === null) return null;
    outcomes = newOutcomes(step, after);
    const changed = steps.map((one) => (one === step ? after : one));
    return { steps: withUndeliveredNotice(changed, now()) };
  };
  if ((await changeAssessment(table, seen.id, change, seen)) === null) return;
  log.info("step settled", { assessment: seen.id, step: feedback.step.name, kind: feedback.report.kind });
  for (const outcome of outcomes) await countMail(table, outcome, now());
}

/**
 * Writes down what SES says became of a mail. Told twice or in another order, it ends the same; about a mail that
 * the step cannot have sent, it changes nothing.
 * @throws TableUnavailable
 */
export async function settleFeedback(dependencies: FeedbackDependencies, feedback: Feedback): Promise<void> {
  const { assessmentId, name } = feedback.step;
  const assessment = await readIfReadable(dependencies, assessmentId);
  const step = assessment === null ? undefined : stepOf(assessment, feedback);
  if (assessment !== null && (step === undefined || !isOwnMail(step, feedback.messageId))) {
    dependencies.log.error("mail event about no mail of ours", { assessment: assessmentId, step: name });
    return;
  }
  // Sales gets its notices because funnel.config.ts says so, not because somebody filled in a form.
  const [recipient, ...others] = assessment === null ? feedback.destination : [assessment.contact.email];
  if (stepKinds[name].to === "prospect" && recipient !== undefined && others.length === 0)
    await settleAddress(dependencies, feedback, recipient, step?.deliveredAt !== undefined);
  if (assessment === null) return;
  await settleStep(dependencies, feedback, assessment);
  if (feedback.report.kind === "bounced" || feedback.report.kind === "complained")
    await withdrawGrade(dependencies, assessment);
}
