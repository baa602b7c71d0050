import { ComposeTimeout, composeInTime } from "#functions/delivery/compose-in-time.ts";
import { changeUnderLease, type Lease, type Plan } from "#functions/delivery/lease.ts";
import { permissionFor } from "#functions/delivery/permission.ts";
import { type DeliveryPolicy, retriesOf } from "#functions/delivery/policy.ts";
import type { PostStep } from "#functions/delivery/post-content.ts";
import { postStep } from "#functions/delivery/post-step.ts";
import { settle, tell } from "#functions/delivery/settle-step.ts";
import { stepId } from "#functions/delivery/step-id.ts";
import { stepKinds } from "#functions/delivery/step-kinds.ts";
import * as outcome from "#functions/delivery/step-outcome.ts";
import type { Throttle } from "#functions/delivery/throttle.ts";
import type { Log } from "#functions/log.ts";
import type { MailMessage } from "#functions/mail/message.ts";
import { SendError, type SendMail } from "#functions/mail/ses-sender.ts";
import { type Assessment, owedStep, type Step, type StepName } from "#functions/store/assessment-item.ts";

export interface StepDependencies {
  addressSecret: string;
  /** Most requested mails to one address in a UTC day. */
  requestedPerDay: number;
  /** The operator has switched the follow-ups off: none goes, whatever is owed. */
  followUpsOff?: boolean;
  /** Domain of Message-ID headers. */
  messageIdDomain: string;
  compose: (assessment: Assessment, name: StepName) => Promise<MailMessage>;
  send: SendMail;
  post: PostStep;
  policy: DeliveryPolicy;
  now: () => Date;
  random: () => number;
  log: Log;
}

/** One step of one assessment under its lease. */
export interface Doing extends StepDependencies {
  lease: Lease;
  throttle: Throttle;
  assessment: Assessment;
  /** What is done after this step. */
  next: Plan;
}

function notComposed(doing: Doing, tried: Step, error: unknown): Promise<Assessment> {
  const code = error instanceof ComposeTimeout ? "compose-timeout" : "not-composed";
  const after = outcome.failedOnce(tried, code, doing.now(), { ...doing.policy, random: doing.random });
  tell(doing, after, error);
  return settle(doing, after);
}

function notSent(doing: Doing, tried: Step, error: unknown): Promise<Assessment> {
  const { throttle, policy, now, random } = doing;
  const { code, refused } = error instanceof SendError ? error : new SendError("ses-unavailable", "unknown");
  const after = {
    throttled: () => outcome.throttled(tried, throttle.refused(now())),
    yes: () => outcome.failedOnce(tried, code, now(), { ...policy, random }),
    unknown: () => outcome.unanswered(tried, code, now(), policy.sendingWaitMs),
  }[refused]();
  tell(doing, after, error);
  return settle(doing, after);
}

/** Hands the mail of a step written as `sending` to SES, and writes the outcome. */
async function send(doing: Doing, tried: Step, message: MailMessage): Promise<Assessment> {
  const { assessment, now, throttle, log, messageIdDomain } = doing;
  const id = `${stepId({ assessmentId: assessment.id, name: tried.name })}.${tried.attempts}`;
  let messageId: string;
  try {
    messageId = await doing.send(message, { messageId: `<${id}@${messageIdDomain}>`, date: now() });
  } catch (error) {
    return notSent(doing, tried, error);
  }
  throttle.taken();
  log.info("step done", { assessment: assessment.id, step: tried.name, attempts: tried.attempts });
  return settle(doing, outcome.done(tried, now(), messageId));
}

/** Writes `sending` before the mail goes and the outcome after; a crash in between leaves the truth: unknown. */
async function attempt(doing: Doing, step: Step): Promise<Assessment> {
  const { lease, policy, now } = doing;
  const tried = () => outcome.sending(step, now(), policy.sendingWaitMs);
  let message: MailMessage;
  try {
    message = await composeInTime(doing.compose(doing.assessment, step.name), policy.composeMs);
  } catch (error) {
    return notComposed(doing, tried(), error);
  }
  const assessment = await changeUnderLease(
    lease,
    doing.assessment,
    (steps, present) =>
      outcome.wentElsewhere(step, doing.assessment, present)
        ? [...steps]
        : steps.map((one) => (one.name === step.name ? outcome.settledWith(one, tried()) : one)),
    () => step.name,
  );
  const written = assessment.steps.find(({ name }) => name === step.name) ?? step;
  // Otherwise SES reported an earlier try while this one was composed, or the mailbox was left: it must not go.
  return written.state === "sending" && !outcome.wentElsewhere(step, doing.assessment, assessment)
    ? send({ ...doing, assessment }, written, message)
    : settle({ ...doing, assessment }, written);
}

/** Returns the step as it ends without another try, or null while it may be tried. */
function ended(step: Step, maxAttempts: number): Step | null {
  const mayHaveGone = step.state === "sending";
  if (mayHaveGone && stepKinds[step.name].guarantee === "at most once") return outcome.unknown(step);
  return step.attempts >= maxAttempts ? outcome.failed(step, step.lastError ?? "no-answer") : null;
}

/**
 * Does one due step and returns the assessment with its outcome written.
 * @throws LeaseLost when another worker took over meanwhile
 */
export async function doStep(doing: Doing, step: Step): Promise<Assessment> {
  const { lease, addressSecret, requestedPerDay, followUpsOff, assessment, policy, now } = doing;
  const end = ended(step, retriesOf(step.name, policy).maxAttempts);
  if (end !== null) return settle(doing, end);
  const permission = await permissionFor(assessment, step, {
    table: lease.table,
    addressSecret,
    requestedPerDay,
    followUpsOff,
    now: now(),
  });
  if (permission.kind === "send")
    return stepKinds[step.name].by === "mail" ? attempt(doing, step) : postStep(doing, step.name);
  if (permission.kind === "defer")
    return settle(doing, outcome.deferred(step, permission.until, permission.reason));
  // A confirmed address needs no button: its report is owed at once.
  const added = permission.reason === "already-confirmed" ? [owedStep("report", now())] : [];
  return settle(doing, outcome.skipped(step, permission.reason), added);
}
