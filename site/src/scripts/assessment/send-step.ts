import { type Desk, keep, newSubmissionId, valuesOf, visitorOf } from "./desk.ts";
import { find } from "./markup.ts";
import { showMistakes } from "./mistakes-view.tsx";
import { goTo } from "./navigation.ts";
import { takeProof } from "./proof.ts";
import { forget } from "./saved-answers.ts";
import { type Outcome, send } from "./send.ts";
import { signalsOf } from "./signals.ts";
import { stepMistakes } from "./step-checks.ts";
import type { StepId } from "./steps.ts";
import { toSubmission } from "./submission.ts";

/** Longest wait for a proof before sending without one, in milliseconds. */
const proofPatience = 20_000;

const changedSince =
  "An earlier sending reached us with other answers, and its report is on the way. To send these answers as a new report, press Try again.";

let sending = false;

function showSending(desk: Desk, busy: boolean): void {
  const button = find<HTMLButtonElement>(desk.form, "[data-send] button");
  // Not "disabled": a disabled button drops the keyboard focus to the top of the page.
  button.setAttribute("aria-disabled", String(busy));
  button.textContent = busy ? "Sending…" : (button.dataset.again ?? "Send me the report");
  find(desk.form, "[data-send-status]").textContent = busy ? "Sending." : "";
}

function showFailure(desk: Desk, message: string): void {
  const button = find<HTMLButtonElement>(desk.form, "[data-send] button");
  button.dataset.again = "Try again";
  button.textContent = "Try again";
  const place = find(desk.form, "[data-send-failure]");
  place.textContent = message;
  place.hidden = message === "";
}

async function attempt(desk: Desk): Promise<Outcome> {
  const proof = await takeProof(proofPatience);
  const body = (work: string | null) => ({
    ...toSubmission(desk.edition, valuesOf(desk), desk.submissionId, work),
    ...signalsOf(desk.form),
  });
  const outcome = await send(body(proof));
  if (outcome.kind !== "proof") return outcome;
  const fresh = await takeProof(proofPatience);
  return send(body(fresh));
}

/** A mistake may stand on an earlier page: the visitor is taken to the first one. */
function stepOf(desk: Desk, field: string): StepId {
  const found = desk.form.querySelector(`[data-field="${CSS.escape(field)}"]`);
  return found?.closest<HTMLElement>("[data-section]")?.dataset.section ?? "contact";
}

async function showOutcome(desk: Desk, outcome: Outcome): Promise<void> {
  if (outcome.kind === "accepted") {
    forget(desk.storage, desk.edition.id);
    desk.sent = true;
    location.assign(outcome.resultUrl);
    return;
  }
  showSending(desk, false);
  if (outcome.kind === "mistakes") {
    await goTo(desk, stepOf(desk, outcome.mistakes[0]?.field ?? ""));
    showMistakes(desk.form, desk.summary, desk.edition, outcome.mistakes);
  } else if (outcome.kind === "conflict") {
    desk.submissionId = newSubmissionId();
    keep(desk);
    showFailure(desk, changedSince);
  } else showFailure(desk, outcome.kind === "failed" ? outcome.message : "Please press Try again.");
}

/** Sends the assessment unless something is missing or it is on its way already. */
export async function sendAssessment(desk: Desk): Promise<void> {
  if (sending) return;
  const mistakes = stepMistakes(desk.edition, visitorOf(desk), valuesOf(desk), "contact");
  showMistakes(desk.form, desk.summary, desk.edition, mistakes);
  if (mistakes.length > 0) return;
  sending = true;
  showFailure(desk, "");
  showSending(desk, true);
  try {
    await showOutcome(desk, await attempt(desk));
  } finally {
    sending = false;
  }
}
