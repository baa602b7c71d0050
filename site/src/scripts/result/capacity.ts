import type { Edition } from "#shared/edition.ts";
import { type CapacitySource, readerCapacityLine } from "#shared/report/capacity-line.ts";
import { score } from "#shared/scoring/score.ts";
import { CapacityFigure, FreedList } from "#shared/views/result/capacity-part.tsx";
import type { WhatIfData } from "#shared/views/result/what-if-part.tsx";
import { fill, find } from "../markup.ts";

function sourceOf(data: WhatIfData, edition: Edition): CapacitySource {
  const { answers, industry, infrastructurePeople, headcount } = data;
  const { priorities } = score(edition, answers, { industry, infrastructurePeople });
  return { edition, answers, industry, infrastructurePeople, headcount, priorities };
}

function inputs(box: HTMLElement): HTMLInputElement[] {
  return [...box.querySelectorAll<HTMLInputElement>("[data-assumption]")];
}

function isOutside({ value, min, max }: HTMLInputElement): boolean {
  return value === "" || Number(value) < Number(min) || Number(value) > Number(max);
}

/** Returns the figures a reader changed, by id; one that is out of range counts as ours. */
function changed(box: HTMLElement): Record<string, number> {
  return Object.fromEntries(
    inputs(box)
      .filter((input) => input.value !== input.defaultValue && !isOutside(input))
      .map((input) => [input.dataset.assumption ?? "", Number(input.value)]),
  );
}

function showMistakes(box: HTMLElement): void {
  const outside = inputs(box).filter(isOutside);
  for (const input of inputs(box)) input.setAttribute("aria-invalid", String(outside.includes(input)));
  const names = outside.map(({ min, max, dataset }) => {
    const name = box.ownerDocument.getElementById(`name-${dataset.assumption}`)?.textContent ?? "";
    return `${name}: enter a number from ${min} to ${max}. Until then our figure counts.`;
  });
  find(box, "[data-capacity-mistake]").textContent = names.join(" ");
}

/** Redraws the line when a reader sets a figure of their own; nothing is sent. */
export function startCapacity(root: HTMLElement, data: WhatIfData, edition: Edition): void {
  const box = root.querySelector<HTMLElement>("[data-capacity]");
  if (!box) return;
  const source = sourceOf(data, edition);
  const figure = find(root, "[data-capacity-figure]");
  const sentence = find(box, "[data-capacity-sentence]");
  const freed = find(box, "[data-capacity-freed]");
  const draw = () => {
    const values = changed(box);
    const line = readerCapacityLine(source, values);
    const open = [...figure.querySelectorAll("details")].map((details) => details.open);
    fill(figure, CapacityFigure({ line }));
    for (const [index, details] of [...figure.querySelectorAll("details")].entries())
      details.open = open[index] ?? false;
    const own = Object.keys(values).length > 0;
    sentence.textContent = own ? `With your figures: ${line.sentence}` : "";
    if (own) fill(freed, FreedList({ line }));
    else freed.textContent = "";
    showMistakes(box);
  };
  for (const input of inputs(box)) {
    input.hidden = false;
    find(input.parentElement ?? box, "[data-ours]").hidden = true;
    input.addEventListener("change", draw);
  }
  find(box, "[data-capacity-yours]").hidden = false;
  find(box, "[data-capacity-reset]").addEventListener("click", () => {
    for (const input of inputs(box)) input.value = input.defaultValue;
    draw();
  });
}
