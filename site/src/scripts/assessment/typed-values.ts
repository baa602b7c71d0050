import type { Visitor } from "#shared/assessment-path.ts";
import { type Answer, type Answers, industries } from "#shared/edition.ts";
import { typedPeople } from "#shared/field-checks.ts";
import type { FormOutline } from "#shared/views/form/form-outline.ts";
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

/** Returns the answer a text stands for, or undefined for any other text. */
export function toAnswer(text: string | undefined): Answer | undefined {
  switch (text) {
    case "0":
      return 0;
    case "1":
      return 1;
    case "2":
      return 2;
    case "3":
      return 3;
    case "unknown":
    case "na":
      return text;
    default:
      return undefined;
  }
}

/** Returns the answers among the values; what was not chosen is absent. */
export function toAnswers(outline: FormOutline, values: FormValues): Answers {
  return Object.fromEntries(
    outline.questions.flatMap(({ id }): [string, Answer][] => {
      const answer = toAnswer(values[id]);
      return answer === undefined ? [] : [[id, answer]];
    }),
  );
}

/** Returns what the values say of the visitor. */
export function toVisitor(outline: FormOutline, values: FormValues): Visitor {
  return {
    industry: industries.find((industry) => industry === values.industry) ?? null,
    infrastructurePeople: typedPeople(values.infrastructurePeople ?? ""),
    answers: toAnswers(outline, values),
  };
}
