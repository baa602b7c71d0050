import type { Edition } from "#shared/edition.ts";
import { StepNavigation } from "#shared/views/form/step-parts.tsx";
import type { Desk } from "./desk.ts";
import { fill, find } from "./markup.ts";

function block(className: string): HTMLElement {
  const element = document.createElement("div");
  element.className = className;
  element.hidden = true;
  return element;
}

/** The further questions are pages of their own now: nothing to fold. */
function unfold(form: HTMLFormElement): void {
  const more = find<HTMLDetailsElement>(form, "[data-more]");
  more.open = true;
  find(more, "summary").hidden = true;
}

function addSendPlaces(form: HTMLFormElement): void {
  const send = find(form, "[data-send]");
  const failure = block("send-failure");
  failure.dataset.sendFailure = "";
  failure.setAttribute("role", "alert");
  const status = document.createElement("p");
  status.className = "visually-hidden";
  status.dataset.sendStatus = "";
  status.setAttribute("role", "status");
  send.prepend(failure);
  send.append(status);
}

/** Adds the places a script fills around the plain form; where to go back to and on stands under it. */
export function layOut(
  root: HTMLElement,
  edition: Edition,
  storage: Storage | null,
  submissionId: string,
): { desk: Desk; welcome: HTMLElement } {
  const form = find<HTMLFormElement>(root, "form");
  const [summary, welcome, progress] = [block("summary-place"), block("welcome-back"), block("progress")];
  const [result, navigation] = [block("result-place"), block("step-navigation actions")];
  fill(navigation, StepNavigation());
  find(root, "h1").after(progress);
  form.before(welcome);
  form.prepend(summary);
  form.append(navigation);
  form.after(result);
  form.hidden = true;
  unfold(form);
  addSendPlaces(form);
  const desk: Desk = {
    edition,
    root,
    form,
    summary,
    progress,
    navigation,
    result,
    storage,
    submissionId,
    title: document.title,
    step: "profile",
    phoneAnswered: false,
    sent: false,
  };
  return { desk, welcome };
}
