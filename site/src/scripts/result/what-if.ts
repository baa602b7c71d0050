import type { Respondent } from "#shared/answers.ts";
import { type Edition, type Step, steps } from "#shared/edition.ts";
import { type PlanAfter, planAfter, type Standing } from "#shared/report/plan-after.ts";
import type { Scorecard } from "#shared/scoring/scorecard.ts";
import { PlanThen, ScoresThen } from "#shared/views/result/plan-then.tsx";
import type { WhatIfData } from "#shared/views/result/what-if-part.tsx";
import { fill, find } from "../markup.ts";
import { addressOf, holdsState, stateInAddress, type WhatIfState } from "./what-if-state.ts";

const stepNames: Readonly<Record<Step, string>> = { 30: "30 days", 90: "90 days", 365: "one year" };

function readinessText({ overall, low, high, level }: Scorecard): string {
  return overall === null ? "no number" : `${overall} (${low}–${high}), ${level}`;
}

function loadText({ tsr, band }: Scorecard): string {
  return tsr === null ? "no number" : `${tsr}, ${band}`;
}

function planText({ stillCalledFor, listedToday, remaining }: PlanAfter): string {
  const added = remaining.filter(({ isNew }) => isNew).length;
  const comesUp = added === 0 ? "" : `, ${added} ${added === 1 ? "comes" : "come"} up`;
  return `Plan: ${stillCalledFor} of ${listedToday} steps remain${comesUp}.`;
}

/** Returns what the chosen steps would change, by the code that scores everywhere else. */
export function trial(edition: Edition, data: WhatIfData, { done, after }: WhatIfState): PlanAfter {
  const respondent: Respondent = { industry: data.industry, infrastructurePeople: data.infrastructurePeople };
  return planAfter({ edition, answers: data.answers, respondent, options: data.options, done, after });
}

/** Returns the same in one sentence an ear can follow. */
export function outcomeText(data: WhatIfData, { done, after }: WhatIfState, result: PlanAfter): string {
  const { today, later } = result;
  if (done.length === 0)
    return `Today: readiness ${readinessText(today)}.${data.people ? ` Load ${loadText(today)}.` : ""}`;
  const readiness = `readiness ${today.overall ?? "–"} → ${readinessText(later)}`;
  const load = data.people ? `; load ${today.tsr ?? "–"} → ${loadText(later)}` : "";
  return `After ${stepNames[after]}: ${readiness}${load}. ${planText(result)}`;
}

function boxes(form: HTMLElement): HTMLInputElement[] {
  return [...form.querySelectorAll<HTMLInputElement>('input[name="do"]')];
}

function stateOf(form: HTMLFormElement): WhatIfState {
  const after = Number(new FormData(form).get("after"));
  return {
    done: boxes(form)
      .filter(({ checked }) => checked)
      .map(({ value }) => value),
    after: steps.find((step) => step === after) ?? 90,
  };
}

function restore(form: HTMLFormElement, state: WhatIfState): void {
  for (const box of boxes(form)) box.checked = state.done.includes(box.value);
  for (const radio of form.querySelectorAll<HTMLInputElement>('input[name="after"]'))
    radio.checked = radio.value === String(state.after);
  for (const details of form.querySelectorAll<HTMLDetailsElement>("[data-further]"))
    details.open ||= boxes(details).some(({ checked }) => checked);
}

function showStandings(form: HTMLElement, standings: PlanAfter["standings"]): void {
  const byId = new Map<string, Standing>(
    standings.map(({ recommendationId, standing }) => [recommendationId, standing]),
  );
  for (const place of form.querySelectorAll<HTMLElement>("[data-standing]"))
    place.textContent = byId.get(place.dataset.standing ?? "") ?? "";
}

function show(form: HTMLFormElement, edition: Edition, data: WhatIfData): void {
  const state = stateOf(form);
  const result = trial(edition, data, state);
  find(form, "[data-outcome]").textContent = outcomeText(data, state, result);
  fill(find(form, "[data-scores-then]"), ScoresThen({ later: result.later }));
  fill(find(form, "[data-plan-then]"), PlanThen({ remaining: result.remaining }));
  showStandings(form, result.standings);
}

/** Returns what tells, once, that the reader tried steps; which ones stays here. */
function tellUsed({ dataset }: HTMLFormElement): () => void {
  let told = false;
  return () => {
    if (dataset.used && !told) told = navigator.sendBeacon(dataset.used);
  };
}

/** Shows the toggles and scores again at each change; no choice is sent. */
export function startWhatIf(root: HTMLElement, data: WhatIfData, edition: Edition): void {
  const form = root.querySelector<HTMLFormElement>("[data-what-if]");
  if (!form) return;
  const offered = boxes(form).map(({ value }) => value);
  const put = (state: WhatIfState) => {
    restore(form, state);
    show(form, edition, data);
  };
  const keep = () =>
    history.replaceState(null, "", addressOf(stateOf(form)) || location.pathname + location.search);
  const used = tellUsed(form);
  const set = (state: WhatIfState) => {
    used();
    put(state);
    keep();
  };
  put(stateInAddress(location.hash, offered));
  form.hidden = false;
  if (holdsState(location.hash)) root.querySelector("#what-if")?.scrollIntoView({ behavior: "instant" });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("change", () => {
    used();
    show(form, edition, data);
    keep();
  });
  find(form, "[data-reset]").addEventListener("click", () => set({ done: [], after: 90 }));
  for (const button of root.querySelectorAll<HTMLElement>("[data-try]")) {
    button.hidden = false;
    button.addEventListener("click", () => set({ done: button.dataset.try?.split(".") ?? [], after: 90 }));
  }
  // A link to another part of the page is no state; going back to one that is brings it again.
  addEventListener("hashchange", () => {
    if (holdsState(location.hash)) put(stateInAddress(location.hash, offered));
  });
}
