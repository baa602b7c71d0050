import type { Visitor } from "#shared/assessment-path.ts";
import { type Answer, type Answers, type Edition, industries } from "#shared/edition.ts";
import type { FormValues } from "#shared/views/form/form-state.ts";

/** Never kept and never sent by the script: the trap is for programs that fill in everything. */
const trap = "website";

/** Returns what stands in a form, by field name, as typed; empty fields are left out. */
export function readValues(form: HTMLFormElement): FormValues {
  const entries = [...new FormData(form).entries()];
  return Object.fromEntries(
    entries.filter(
      (entry): entry is [string, string] =>
        typeof entry[1] === "string" && entry[1] !== "" && entry[0] !== trap,
    ),
  );
}

/** Puts values back into the fields they were typed in; names the form no longer has are ignored. */
export function writeValues(form: HTMLFormElement, values: FormValues): void {
  for (const control of form.querySelectorAll<HTMLInputElement>("input[name]")) {
    const value = values[control.name];
    if (control.type === "radio") control.checked = control.value === value;
    else if (control.type === "checkbox") control.checked = value === "on";
    else if (control.name !== trap && control.name !== "edition") control.value = value ?? "";
  }
}

function toAnswer(text: string | undefined): Answer | undefined {
  if (text === "unknown" || text === "na") return text;
  return text !== undefined && /^[0-3]$/.test(text) ? (Number(text) as 0 | 1 | 2 | 3) : undefined;
}

/** Returns the answers among the values; what was not chosen is absent. */
export function toAnswers(edition: Edition, values: FormValues): Answers {
  return Object.fromEntries(
    edition.questions.flatMap(({ id }): [string, Answer][] => {
      const answer = toAnswer(values[id]);
      return answer === undefined ? [] : [[id, answer]];
    }),
  );
}

/** Returns a whole number from 0 to 10,000, or null for anything else. */
export function toPeople(text: string | undefined): number | null {
  const digits = (text ?? "").trim();
  return /^\d{1,5}$/.test(digits) && Number(digits) <= 10_000 ? Number(digits) : null;
}

/** Returns what the values say of the visitor. */
export function toVisitor(edition: Edition, values: FormValues): Visitor {
  return {
    industry: industries.find((industry) => industry === values.industry) ?? null,
    infrastructurePeople: toPeople(values.infrastructurePeople),
    answers: toAnswers(edition, values),
  };
}
