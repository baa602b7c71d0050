/** A step that posts to a system of somebody else's instead of sending a mail: its outcome is known at once. */
import type { Doing } from "#functions/delivery/do-step.ts";
import { changeUnderLease } from "#functions/delivery/lease.ts";
import { retriesOf } from "#functions/delivery/policy.ts";
import { settle, tell } from "#functions/delivery/settle-step.ts";
import * as outcome from "#functions/delivery/step-outcome.ts";
import { type Assessment, isOpen, type Step } from "#functions/store/assessment-item.ts";
import { PostError } from "#functions/webhooks/post-error.ts";

/** The other side says that it wants nothing more, ever. */
const gone = "http-410";

/** Writes the step as `sending`; one owed anew meanwhile is posted as it is now. */
function begin({ lease, assessment, policy, now }: Doing, name: Step["name"]): Promise<Assessment> {
  const sending = (step: Step) =>
    step.name === name && isOpen(step) ? outcome.sending(step, now(), policy.sendingWaitMs) : step;
  return changeUnderLease(
    lease,
    assessment,
    (steps) => steps.map(sending),
    () => name,
  );
}

function notPosted({ policy, now, random }: Doing, tried: Step, error: PostError): Step {
  const { code, retryAfterSeconds } = error;
  if (code === gone) return outcome.failed(tried, code);
  const after = outcome.failedOnce(tried, code, now(), { ...retriesOf(tried.name, policy), random });
  const asked = new Date(now().getTime() + (retryAfterSeconds ?? 0) * 1_000).toISOString();
  return after.state === "owed" && asked > after.dueAt ? { ...after, dueAt: asked } : after;
}

/** Posts what a step has to say, and writes the outcome. */
export async function postStep(before: Doing, name: Step["name"]): Promise<Assessment> {
  const doing = { ...before, assessment: await begin(before, name) };
  const { assessment, now, log } = doing;
  const tried = assessment.steps.find((step) => step.name === name);
  if (tried?.state !== "sending") return assessment;
  try {
    await doing.post(assessment, tried);
  } catch (error) {
    const known = error instanceof PostError ? error : new PostError("not-composed");
    const after = notPosted(doing, tried, known);
    tell(doing, after, error);
    return settle(doing, after);
  }
  log.info("step done", { assessment: assessment.id, step: name, attempts: tried.attempts });
  return settle(doing, outcome.posted(tried, now()));
}
