import { changeUnderLease, type Lease } from "#functions/delivery/lease.ts";
import { permissionFor } from "#functions/delivery/permission.ts";
import type { DeliveryPolicy } from "#functions/delivery/policy.ts";
import { stepId } from "#functions/delivery/step-id.ts";
import { deferred, done, failedOnce, sending, skipped, throttled } from "#functions/delivery/step-outcome.ts";
import type { Throttle } from "#functions/delivery/throttle.ts";
import type { Log } from "#functions/log.ts";
import type { MailMessage } from "#functions/mail/message.ts";
import { SendError, type SendMail } from "#functions/mail/ses-sender.ts";
import { type Assessment, owedStep, type Step, type StepName } from "#functions/store/assessment-item.ts";

export interface StepDependencies {
  addressSecret: string;
  /** Most requested mails to one address in a UTC day. */
  requestedPerDay: number;
  /** Domain of Message-ID headers. */
  messageIdDomain: string;
  compose: (assessment: Assessment, name: StepName) => Promise<MailMessage>;
  send: SendMail;
  policy: DeliveryPolicy;
  now: () => Date;
  random: () => number;
  log: Log;
}

/** One step of one assessment under its lease. */
interface Doing extends StepDependencies {
  lease: Lease;
  throttle: Throttle;
  assessment: Assessment;
}

/** A step that SES reported as sent meanwhile stays done, whatever we think became of it; a step is added once. */
function write({ lease }: Doing, step: Step, added: readonly Step[] = []): Promise<Assessment> {
  return changeUnderLease(lease, ({ steps }) => ({
    steps: [
      ...steps.map((other) => (other.name === step.name && other.state !== "done" ? step : other)),
      ...added.filter(({ name }) => steps.every((other) => other.name !== name)),
    ],
  }));
}

/** A confirmed address needs no button: its report is owed at once. */
function skip(doing: Doing, step: Step, reason: string): Promise<Assessment> {
  const added = reason === "already-confirmed" ? [owedStep("report", doing.now())] : [];
  return write(doing, skipped(step, reason), added);
}

function afterFailure({ throttle, policy, now, random }: Doing, step: Step, error: unknown): Step {
  if (error instanceof SendError && error.throttled) return throttled(step, throttle.refused(now()));
  const code = error instanceof SendError ? error.code : "not-composed";
  return failedOnce(step, code, now(), { ...policy, random });
}

function fail(doing: Doing, step: Step, error: unknown): Promise<Assessment> {
  const after = afterFailure(doing, step, error);
  doing.log.error("step not done", {
    assessment: doing.assessment.id,
    step: step.name,
    state: after.state,
    attempts: after.attempts,
    code: after.lastError,
    error: error instanceof Error ? error.name : "unknown",
  });
  return write(doing, after);
}

/** Writes `sending` before the mail goes and the outcome after; a crash in between leaves the truth: unknown. */
async function attempt(doing: Doing, step: Step): Promise<Assessment> {
  const { assessment, policy, now, throttle, log } = doing;
  const tried = sending(step, now(), policy.sendingWaitMs);
  let message: MailMessage;
  try {
    message = await doing.compose(assessment, step.name);
  } catch (error) {
    return fail(doing, tried, error);
  }
  await write(doing, tried);
  const id = `${stepId({ assessmentId: assessment.id, name: step.name })}.${tried.attempts}`;
  try {
    await doing.send(message, { messageId: `<${id}@${doing.messageIdDomain}>`, date: now() });
  } catch (error) {
    return fail(doing, tried, error);
  }
  throttle.taken();
  log.info("step done", { assessment: assessment.id, step: step.name, attempts: tried.attempts });
  return write(doing, done(tried, now()));
}

/**
 * Does one due step and returns the assessment with its outcome written.
 * @throws LeaseLost when another worker took over meanwhile
 */
export async function doStep(doing: Doing, step: Step): Promise<Assessment> {
  const { lease, addressSecret, requestedPerDay, assessment, now } = doing;
  const permission = await permissionFor(assessment, step.name, {
    table: lease.table,
    addressSecret,
    requestedPerDay,
    now: now(),
  });
  if (permission.kind === "skip") return skip(doing, step, permission.reason);
  if (permission.kind === "defer") return write(doing, deferred(step, permission.until));
  return attempt(doing, step);
}
