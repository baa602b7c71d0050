import type { FieldMistakes } from "#shared/views/form/form-state.ts";
import { countEvent } from "../funnel-events.ts";
import { find } from "../markup.ts";
import { freshProof } from "./contact-step.ts";
import { type Desk, keep, newSubmissionId, valuesOf } from "./desk.ts";
import { reportMistakes, showMistakes } from "./mistakes-view.ts";
import { goTo, mistakesAt } from "./navigation.ts";
import { forget } from "./saved-answers.ts";
import { type Outcome, send } from "./send.ts";
import { signalsOf } from "./signals.ts";
import { toSubmission } from "./submission.ts";

const changedSince =
  "An earlier sending reached us with other answers, and its report is on the way. To send these answers as a new report, press Try again.";
const onlineAgain = "You are online again. Everything you typed is still here: press Try again.";

let sending = false;

function sendButton(desk: Desk): HTMLElement {
  return find(desk.form, "[data-send] button");
}

function showSending(desk: Desk, busy: boolean): void {
  const button = sendButton(desk);
  // Not "disabled": a disabled button drops the keyboard focus to the top of the page.
  button.setAttribute("aria-disabled", String(busy));
  button.textContent = busy ? "Sending…" : (button.dataset.again ?? "Send me the report");
  find(desk.form, "[data-send-status]").textContent = busy ? "Sending." : "";
}

function showFailure(desk: Desk, message: string): void {
  if (message !== "") sendButton(desk).dataset.again = "Try again";
  const place = find(desk.form, "[data-send-failure]");
  place.textContent = message;
  place.hidden = message === "";
}

/** A proof that was used or ran out is replaced once; then the report is confirmed by mail instead. */
async function attempt(desk: Desk): Promise<Outcome> {
  const sendWith = (proof: string | null) =>
    send({
      ...toSubmission(desk.outline, valuesOf(desk), desk.submissionId, proof),
      ...signalsOf(desk.form),
    });
  const first = await sendWith(await freshProof());
  if (first.kind !== "proof") return first;
  const second = await sendWith(await freshProof());
  return second.kind === "proof" ? sendWith(null) : second;
}

/** Returns the page of the form a field stands on; what belongs to no field is said where the form is sent from. */
export function stepOfField(desk: Desk, field: string): string {
  const found = desk.form.querySelector<HTMLElement>(`[data-field="${CSS.escape(field)}"]`);
  return found?.closest<HTMLElement>("[data-section]")?.dataset.section ?? "contact";
}

async function showRefused(desk: Desk, mistakes: FieldMistakes): Promise<void> {
  // A mistake may stand on an earlier page: the visitor is taken to the first one.
  await goTo(desk, stepOfField(desk, mistakes[0]?.field ?? ""));
  reportMistakes(desk.form, mistakes);
}

async function showOutcome(desk: Desk, outcome: Outcome): Promise<void> {
  if (outcome.kind === "accepted") {
    countEvent("submit");
    forget(desk.storage, desk.outline.edition);
    desk.sent = true;
    return location.assign(outcome.resultUrl);
  }
  if (outcome.kind === "failed") showFailure(desk, outcome.message);
  if (outcome.kind === "conflict") {
    desk.submissionId = newSubmissionId();
    keep(desk);
    showFailure(desk, changedSince);
  }
  showSending(desk, false);
  if (outcome.kind === "mistakes") await showRefused(desk, outcome.mistakes);
}

/** Sends the assessment unless something is missing or it is on its way already. */
export async function sendAssessment(desk: Desk): Promise<void> {
  if (sending) return;
  const mistakes = mistakesAt(desk, "contact");
  if (mistakes.length > 0) return reportMistakes(desk.form, mistakes);
  showMistakes(desk.form, []);
  sending = true;
  showFailure(desk, "");
  showSending(desk, true);
  try {
    await showOutcome(desk, await attempt(desk));
  } finally {
    sending = false;
  }
}

/** Says that sending can be tried again, where it had failed. */
export function sayOnlineAgain(desk: Desk): void {
  if (!find(desk.form, "[data-send-failure]").hidden) showFailure(desk, onlineAgain);
}
