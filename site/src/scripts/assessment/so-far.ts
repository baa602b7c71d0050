/** The preview, filled in while it is open; its code is loaded when the visitor first opens it. */
import edition from "virtual:screen-edition";
import { find, make } from "../markup.ts";
import { type Desk, visitorOf } from "./desk.ts";
import { choiceText, questionText } from "./question-texts.ts";
import { type SoFar, soFar } from "./so-far-figures.ts";

function flagText({ form }: Desk, questionIds: readonly string[]): string {
  return questionIds
    .map((id) => `“${choiceText(form, id, "0")}” to “${questionText(form, id)}”`)
    .join(" and ");
}

function flagCount(count: number): string {
  if (count === 0) return "None.";
  return count === 1 ? "One, for the answer" : `${count}, for the answers`;
}

function show(desk: Desk, details: HTMLElement, figures: SoFar): void {
  const texts = { ...figures, flags: flagCount(figures.flags.length) };
  for (const [name, text] of Object.entries(texts)) find(details, `[data-so-far-${name}]`).textContent = text;
  const flags = figures.flags.map((ids) => make("li", {}, flagText(desk, ids)));
  find(details, "[data-so-far-flag-list]").replaceChildren(...flags);
  find(details, "[data-so-far-figures]").hidden = false;
}

/** Read out once, when the visitor asks by opening it; later changes are silent. */
function spoken({ readiness, known, load, flags }: SoFar): string {
  const red = flags.length === 1 ? "One red flag." : `${flags.length} red flags.`;
  return `Readiness: ${readiness} Known: ${known} Load: ${load} ${red}`;
}

/** Fills the preview in, and again with every answer while it is open. */
export function startSoFar(desk: Desk, details: HTMLDetailsElement): void {
  const update = () => {
    const figures = soFar(desk.outline, edition, visitorOf(desk));
    show(desk, details, figures);
    return figures;
  };
  const status = find(details, "[data-so-far-status]");
  status.classList.add("visually-hidden");
  desk.followers.push(() => details.open && update());
  details.addEventListener("toggle", () => {
    status.textContent = details.open ? spoken(update()) : "";
  });
  status.textContent = spoken(update());
}
