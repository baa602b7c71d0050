/** @jsxImportSource hono/jsx */
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
        legend="Which industry are you in?"
        choices={industryChoices(edition)}
        value={values.industry}
        error={mistakeAt(mistakes, "industry")}
      />
      <TextField
        name="infrastructurePeople"
        label="How many people run your infrastructure?"
        hint="Servers, network, cloud and security, in-house. Enter 0 if nobody does."
        value={values.infrastructurePeople}
        error={mistakeAt(mistakes, "infrastructurePeople")}
        inputmode="numeric"
        maxlength={6}
        size="short"
      />
      <p class="note" data-rota="" aria-live="polite" hidden />
      <RadioField
        name="role"
        legend="What is your role?"
        choices={roleChoices}
        value={values.role}
        error={mistakeAt(mistakes, "role")}
      />
    </>
  );
}
