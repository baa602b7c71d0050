import { exposureFigure } from "#shared/report/exposure-figure.ts";
import { find } from "../markup.ts";

/** Returns a yearly salary from what people type, or null for anything else. */
export function typedSalary(text: string): number | null {
  const plain = text.trim().replace(/(?<=\d)[,\s](?=\d{3}(?!\d))/g, "");
  const salary = /^\d+(\.\d+)?$/.test(plain) ? Number(plain) : null;
  return salary !== null && salary >= 1 && salary <= 10_000_000 ? salary : null;
}

/** Returns the amounts for a salary, or why there are none. */
export function salaryText(text: string, infrastructurePeople: number): string {
  if (text.trim() === "") return "";
  const salary = typedSalary(text);
  if (salary === null) return "Enter a yearly salary as a number, or leave it empty.";
  const exposure = exposureFigure({ profile: { infrastructurePeople, salary } });
  if (exposure === null) return "";
  const { departure, yearly } = exposure;
  const one = `One departure: low ${departure.low}, planning ${departure.planning}, high ${departure.high}.`;
  if (yearly === null) return one;
  return `${one} In a year: low ${yearly.low}, planning ${yearly.planning}, high ${yearly.high}.`;
}

/** Works the cost of one departure out on this page; the salary is never sent. */
export function startSalary(root: HTMLElement): void {
  const form = root.querySelector<HTMLFormElement>("[data-salary]");
  if (!form) return;
  const outcome = find(form, "[data-salary-outcome]");
  const field = find<HTMLInputElement>(form, "input");
  form.hidden = false;
  form.addEventListener("submit", (event) => event.preventDefault());
  field.addEventListener("input", () => {
    outcome.textContent = salaryText(field.value, Number(form.dataset.people));
  });
}
