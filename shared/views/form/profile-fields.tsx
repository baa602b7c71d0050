/** @jsxImportSource hono/jsx */
import { profileQuestions } from "#shared/questions/2026-1/profile-questions.ts";
import { industryChoices, roleChoices } from "./choice-texts.ts";
import { mistakeAt } from "./form-state.ts";
import type { FieldContext } from "./question-field.tsx";
import { RadioField } from "./radio-field.tsx";
import { TextField } from "./text-field.tsx";

/** Returns the three facts that choose the questions; not scored. */
export function ProfileFields({ edition, values, mistakes }: FieldContext) {
  return (
    <>
      <RadioField
        name="industry"
        legend={profileQuestions.industry.text}
        choices={industryChoices(edition)}
        value={values.industry}
        error={mistakeAt(mistakes, "industry")}
      />
      <TextField
        name="infrastructurePeople"
        label={profileQuestions.people.text}
        hint={profileQuestions.people.hint}
        value={values.infrastructurePeople}
        error={mistakeAt(mistakes, "infrastructurePeople")}
        inputmode="numeric"
        maxlength={6}
        size="short"
      />
      <p class="note" data-rota="" aria-live="polite" hidden />
      <RadioField
        name="role"
        legend={profileQuestions.role.text}
        choices={roleChoices}
        value={values.role}
        error={mistakeAt(mistakes, "role")}
      />
    </>
  );
}
