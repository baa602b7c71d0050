import { find } from "../markup.ts";
import { openCarriedLink, sayNotice } from "./carried-link.ts";
import { type Desk, keep, valuesOf } from "./desk.ts";
import { countStart } from "./funnel-steps.ts";
import { startOnOpening } from "./late-tool.ts";
import { focusControl, mistakenControl, mistakesShown, showMistakes } from "./mistakes-view.ts";
import { goBack, goOn, goTo, goToMore, stepInAddress } from "./navigation.ts";
import { retryResult } from "./result-place.ts";
import { sayOnlineAgain, sendAssessment, stepOfField } from "./send-step.ts";
import { followAnswers, showProgress } from "./step-view.ts";
import { answeredCount } from "./welcome.ts";

function clickedButton(event: Event): HTMLElement | null {
  return event.target instanceof Element ? event.target.closest<HTMLElement>("button") : null;
}

/** "Yes" opens the question again; "No" keeps "does not apply" and puts the prompt away. */
function answerPhonePrompt(desk: Desk, counts: boolean): void {
  desk.phoneAnswered = !counts;
  const chosen = desk.form.querySelector<HTMLInputElement>("#OC1-na");
  if (counts && chosen) chosen.checked = false;
  onChange(desk);
  desk.form.querySelector<HTMLInputElement>(counts ? "#OC1-0" : "#OC1-na")?.focus();
}

async function followButton(desk: Desk, { dataset }: HTMLElement): Promise<void> {
  if (dataset.back !== undefined || dataset.go === "back") return goBack(desk);
  if (dataset.go === "more") return goToMore(desk);
  if (dataset.go !== undefined) return goTo(desk, dataset.go);
  if (dataset.resultRetry !== undefined) return retryResult(desk);
  if (dataset.phone !== undefined) answerPhonePrompt(desk, dataset.phone === "yes");
}

/** A mistake may stand on another page of the form: that page is turned to, its mistakes still shown. */
async function followMistake(desk: Desk, event: Event): Promise<void> {
  const control = mistakenControl(event);
  if (!control) return;
  event.preventDefault();
  const mistakes = mistakesShown();
  const field = control.closest<HTMLElement>("[data-field]")?.dataset.field ?? "";
  if (control.closest("[data-section][hidden]")) {
    await goTo(desk, stepOfField(desk, field), { focus: false });
    showMistakes(desk.form, mistakes);
  }
  focusControl(control);
}

function onChange(desk: Desk): void {
  followAnswers(desk);
  showProgress(desk);
  keep(desk);
}

function onClick(desk: Desk, event: Event): void {
  void followMistake(desk, event);
  const button = clickedButton(event);
  if (button) void followButton(desk, button);
}

function onSubmit(desk: Desk, event: Event): void {
  event.preventDefault();
  void (desk.step === "contact" ? sendAssessment(desk) : goOn(desk));
}

/** Follows the browser's own back and forward, and a link with answers that is opened in the same page. */
async function followAddress(desk: Desk): Promise<void> {
  const step = stepInAddress(location.hash);
  // A skip link changes the address too, and turns no page.
  if (step) return goTo(desk, step, { history: "keep" });
  sayNotice(desk, await openCarriedLink(desk, desk.step));
}

function openTools(desk: Desk): void {
  const soFar = find<HTMLDetailsElement>(desk.root, "[data-so-far]");
  startOnOpening(
    soFar,
    () => import("./so-far.ts"),
    ({ startSoFar }) => startSoFar(desk, soFar),
  );
  const keeping = find<HTMLDetailsElement>(desk.root, "[data-keep]");
  startOnOpening(
    keeping,
    () => import("./keep-tools.ts"),
    ({ startKeeping }) => startKeeping(desk, keeping),
  );
}

/** Where this device keeps nothing, closing the page would lose the answers: the browser asks first. */
function warnBeforeLoss(desk: Desk): void {
  addEventListener("beforeunload", (event) => {
    if (!desk.kept && !desk.sent && answeredCount({ values: valuesOf(desk) }) > 0) event.preventDefault();
  });
}

/** Connects the form with what it does; works for everything filled in later too. */
export function listen(desk: Desk): void {
  desk.form.addEventListener("input", () => {
    countStart();
    onChange(desk);
  });
  desk.root.addEventListener("click", (event) => onClick(desk, event));
  desk.form.addEventListener("submit", (event) => onSubmit(desk, event));
  addEventListener("popstate", () => void followAddress(desk));
  openTools(desk);
  if (!desk.kept) warnBeforeLoss(desk);
  addEventListener("online", () => sayOnlineAgain(desk));
  addEventListener("pageshow", (event) => {
    // Back from the result, the browser may show the sent form as it was left: nothing of it is kept any more.
    if (event.persisted && desk.sent) location.reload();
  });
}
