import { placeText, progressText, tickClass } from "#shared/views/form/progress-text.ts";
import { timeLeft } from "#shared/views/form/time-left.ts";
import { find, focusHeading, make } from "../markup.ts";
import { type Desk, keep, valuesOf, visitorOf } from "./desk.ts";
import { applyConditions } from "./field-conditions.ts";
import { showMistakes } from "./mistakes-view.ts";
import { showRota } from "./rota-note.ts";
import { type StepId, stepNumber } from "./steps.ts";

/** The two questions before the load number stand in the last section of the edition. */
function sectionOf(desk: Desk, step: StepId): string {
  if (step !== "load") return step;
  return desk.outline.sections.find(({ people, path }) => people && path === "full")?.id ?? step;
}

function showSection(desk: Desk, step: StepId): void {
  for (const part of ["welcome", "offer", "notice"]) find(desk.root, `[data-${part}]`).hidden = true;
  const shown = sectionOf(desk, step);
  for (const section of desk.form.querySelectorAll<HTMLElement>("[data-section]"))
    section.hidden = section.dataset.section !== shown;
  const more = find(desk.form, "[data-more]");
  more.hidden = more.querySelector(`[data-section="${shown}"]`) === null;
  desk.form.hidden = step === "result";
  find(desk.root, "[data-result-place]").hidden = step !== "result";
}

/** Says how much is left, after every answer; nothing is announced, since a heading reads it out when it has focus. */
export function showProgress(desk: Desk): string | null {
  const visitor = visitorOf(desk);
  const place = stepNumber(desk.outline, visitor, desk.step);
  const progress = find(desk.root, "[data-progress]");
  progress.hidden = place === null;
  if (place === null) return null;
  const path = desk.outline.sections.find(({ id }) => id === desk.step)?.path === "full" ? "rest" : "core";
  const { minutes } = timeLeft(desk.outline, visitor, valuesOf(desk), path);
  find(progress, "#progress-text").textContent = progressText({ ...place, minutesLeft: minutes });
  const ticks = Array.from({ length: place.of }, (_, index) =>
    make("i", { class: tickClass(index + 1, place.at) }),
  );
  find(progress, ".progress-ticks").replaceChildren(...ticks);
  return placeText(place);
}

function showNavigation(desk: Desk, step: StepId): void {
  const navigation = find(desk.form, "[data-navigation]");
  navigation.hidden = false;
  find(navigation, "[data-continue]").hidden = step === "contact";
  find(navigation, "[data-back]").hidden = step === "profile";
}

function showTools(desk: Desk, step: StepId): void {
  find(desk.root, "[data-tools]").hidden = false;
  // Before the first answer there is nothing to show; after the last the result itself stands there.
  find(desk.root, "[data-so-far]").hidden = ["profile", "result", "contact"].includes(step);
}

/** Follows what the answers so far show or hide; called after every change. */
export function followAnswers(desk: Desk): void {
  const visitor = visitorOf(desk);
  applyConditions(desk.form, desk.outline, visitor, desk.step, desk.phoneAnswered);
  showRota(desk.form, visitor.infrastructurePeople);
  for (const follow of desk.followers) follow();
}

/** Puts the form and all around it aside, for a choice that comes first. */
export function setAside({ root, form }: Desk): void {
  for (const part of ["progress", "tools", "result-place", "welcome", "offer"])
    find(root, `[data-${part}]`).hidden = true;
  form.hidden = true;
}

/** Names a page of the form in the title, and moves focus to its heading. */
export function arrive(desk: Desk, heading: HTMLElement, place: string | null, focus: boolean): void {
  if (place) heading.setAttribute("aria-describedby", "progress-text");
  document.title = [heading.textContent, place, desk.title].filter(Boolean).join(" | ");
  if (focus) focusHeading(heading);
}

/**
 * Shows one page of the form; the result is filled in by code of its own.
 * @param focus moves focus to the heading: on every turn of a page, not when the site is first opened
 */
export function showStep(desk: Desk, step: StepId, focus: boolean): void {
  desk.step = step;
  desk.root.dataset.step = step;
  showMistakes(desk.form, []);
  followAnswers(desk);
  showSection(desk, step);
  showNavigation(desk, step);
  showTools(desk, step);
  const place = showProgress(desk);
  keep(desk);
  const heading = desk.form.querySelector<HTMLElement>(`[data-section="${sectionOf(desk, step)}"] h2`);
  if (heading) arrive(desk, heading, place, focus);
}
