import { type Desk, keep, visitorOf } from "./desk.ts";
import { followMistake } from "./mistakes-view.tsx";
import { goBack, goOn, goTo, goToMore, onStep, stepInAddress } from "./navigation.ts";
import { copyOpenLink } from "./open-link.tsx";
import { prepareProof } from "./proof.ts";
import { suggestRegion } from "./region-suggestion.ts";
import { showRota } from "./rota-note.ts";
import { sendAssessment } from "./send-step.ts";
import { followAnswers } from "./step-view.tsx";

function clickedButton(event: Event): HTMLElement | null {
  return event.target instanceof Element ? event.target.closest<HTMLElement>("button") : null;
}

/** "Yes" opens the question again; "No" keeps "does not apply" and puts the prompt away. */
function answerPhonePrompt(desk: Desk, counts: boolean): void {
  desk.phoneAnswered = !counts;
  const chosen = desk.form.querySelector<HTMLInputElement>("#OC1-na");
  if (counts && chosen) chosen.checked = false;
  followAnswers(desk);
  keep(desk);
  desk.form.querySelector<HTMLInputElement>(counts ? "#OC1-0" : "#OC1-na")?.focus();
}

async function followButton(desk: Desk, { dataset }: HTMLElement): Promise<void> {
  if (dataset.back !== undefined || dataset.go === "back") return goBack(desk);
  if (dataset.go === "more") return goToMore(desk);
  if (dataset.go !== undefined) return goTo(desk, dataset.go);
  if (dataset.copyLink !== undefined) return copyOpenLink(desk);
  if (dataset.phone !== undefined) answerPhonePrompt(desk, dataset.phone === "yes");
}

function onChange(desk: Desk): void {
  followAnswers(desk);
  showRota(desk.form, visitorOf(desk).infrastructurePeople);
  keep(desk);
}

/** Connects the form with what it does; works for everything filled in later too. */
export function listen(desk: Desk): void {
  onStep("result", async (shown) => (await import("./result-step.tsx")).fillResult(shown));
  onStep("contact", async (shown) => {
    prepareProof();
    suggestRegion(shown.form);
  });
  desk.form.addEventListener("input", () => onChange(desk));
  desk.root.addEventListener("click", (event) => {
    followMistake(event);
    const button = clickedButton(event);
    if (button) void followButton(desk, button);
  });
  desk.form.addEventListener("submit", (event) => {
    event.preventDefault();
    void (desk.step === "contact" ? sendAssessment(desk) : goOn(desk));
  });
  window.addEventListener("popstate", () => {
    const step = stepInAddress(location.hash);
    // A skip link changes the address too, and turns no page.
    if (step) void goTo(desk, step, { history: "keep" });
  });
  window.addEventListener("pageshow", (event) => {
    // Back from the result, the browser may show the sent form as it was left: nothing of it is kept any more.
    if (event.persisted && desk.sent) location.reload();
  });
}
