import type { Respondent } from "#shared/answers.ts";
import { type Step, steps } from "#shared/edition.ts";
import { whatIf } from "#shared/models/what-if.ts";
import { findEdition } from "#shared/questions/index.ts";
import { score } from "#shared/scoring/score.ts";
import type { Scorecard } from "#shared/scoring/scorecard.ts";
import type { WhatIfData } from "#shared/views/result/what-if-part.tsx";
import { find } from "../assessment/markup.ts";
import { pageData } from "../assessment/page-data.ts";
import { addressOf, stateInAddress, type WhatIfState } from "./what-if-state.ts";

const stepNames: Readonly<Record<Step, string>> = { 30: "30 days", 90: "90 days", 365: "one year" };

function readinessText({ overall, low, high, level }: Scorecard): string {
  return overall === null ? "no number" : `${overall} (${low}–${high}), ${level}`;
}

function loadText({ tsr, band }: Scorecard): string {
  return tsr === null ? "no number" : `${tsr}, ${band}`;
}

/** Returns what the chosen steps would change, in one sentence an ear can follow. */
export function outcomeText(data: WhatIfData, { done, after }: WhatIfState): string {
  const edition = findEdition(data.edition);
  const respondent: Respondent = { industry: data.industry, infrastructurePeople: data.infrastructurePeople };
  const today = score(edition, data.answers, respondent);
  const then = score(edition, whatIf(edition, data.answers, respondent, done, after), respondent);
  if (done.length === 0)
    return `Today: readiness ${readinessText(today)}.${data.people ? ` Load ${loadText(today)}.` : ""}`;
  const readiness = `readiness ${today.overall ?? "–"} → ${readinessText(then)}`;
  const load = data.people ? `; load ${today.tsr ?? "–"} → ${loadText(then)}` : "";
  return `After ${stepNames[after]}: ${readiness}${load}.`;
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
}

/** Shows the toggles and scores again at each change; nothing is sent. */
export function startWhatIf(root: HTMLElement): void {
  const form = root.querySelector<HTMLFormElement>("[data-what-if]");
  if (!form || !root.querySelector('[data-page-data="what-if"]')) return;
  const data = pageData(root, "what-if") as WhatIfData;
  const outcome = find(form, "[data-outcome]");
  const show = () => {
    outcome.textContent = outcomeText(data, stateOf(form));
  };
  const offered = boxes(form).map(({ value }) => value);
  restore(form, stateInAddress(location.hash, offered));
  form.hidden = false;
  show();
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("change", () => {
    show();
    history.replaceState(null, "", addressOf(stateOf(form)) || location.pathname + location.search);
  });
}
