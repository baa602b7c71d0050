/** @jsxImportSource hono/jsx */
import { StepProgress } from "#shared/views/form/step-parts.tsx";
import { type Desk, keep, valuesOf, visitorOf } from "./desk.ts";
import { applyConditions } from "./field-conditions.ts";
import { fill, find, focusHeading } from "./markup.ts";
import { showMistakes } from "./mistakes-view.tsx";
import { type StepId, stepNumber } from "./steps.ts";
import { timeLeft } from "./time-left.ts";

/** The two questions before the load number stand in the last section of the edition. */
function sectionOf(desk: Desk, step: StepId): string {
  if (step !== "load") return step;
  return desk.edition.sections.find(({ people, path }) => people && path === "full")?.id ?? step;
}

function showSection(desk: Desk, step: StepId): void {
  const shown = sectionOf(desk, step);
  for (const section of desk.form.querySelectorAll<HTMLElement>("[data-section]"))
    section.hidden = section.dataset.section !== shown;
  const more = find(desk.form, "[data-more]");
  more.hidden = more.querySelector(`[data-section="${shown}"]`) === null;
  desk.form.hidden = step === "result";
  desk.result.hidden = step !== "result";
}

function showProgress(desk: Desk): string | null {
  const visitor = visitorOf(desk);
  const place = stepNumber(desk.edition, visitor, desk.step);
  desk.progress.hidden = place === null;
  if (place === null) return null;
  const path = desk.edition.sections.find(({ id }) => id === desk.step)?.path === "full" ? "rest" : "core";
  const { minutes } = timeLeft(desk.edition, visitor, valuesOf(desk), path);
  fill(desk.progress, <StepProgress at={place.at} of={place.of} minutesLeft={minutes} />);
  return `Section ${place.at} of ${place.of}`;
}

function showNavigation(desk: Desk, step: StepId): void {
  desk.navigation.hidden = step === "result";
  find(desk.navigation, "[data-continue]").hidden = step === "contact";
  find(desk.navigation, "[data-back]").hidden = step === "profile";
}

/** Follows what the answers so far show or hide; called after every change. */
export function followAnswers(desk: Desk): void {
  applyConditions(desk.form, desk.edition, visitorOf(desk), desk.step, desk.phoneAnswered);
}

/**
 * Shows one page of the form; the result is filled in by its own module.
 * @param focus moves focus to the heading: on every turn of a page, not when the site is first opened
 */
export function showStep(desk: Desk, step: StepId, focus: boolean): void {
  desk.step = step;
  desk.root.dataset.step = step;
  showMistakes(desk.form, desk.summary, desk.edition, []);
  followAnswers(desk);
  showSection(desk, step);
  showNavigation(desk, step);
  const place = showProgress(desk);
  keep(desk);
  const shown =
    step === "result" ? desk.result : find(desk.form, `[data-section="${sectionOf(desk, step)}"]`);
  const heading = shown.querySelector<HTMLElement>("h1, h2");
  if (!heading) return;
  if (place) heading.setAttribute("aria-describedby", "progress-text");
  document.title = [heading.textContent, place, desk.title].filter(Boolean).join(" | ");
  if (focus) focusHeading(heading);
}
