/** @jsxImportSource hono/jsx */
import { CheckField } from "./check-field.tsx";
import { headcountChoices, regionChoices } from "./choice-texts.ts";
import { mistakeAt } from "./form-state.ts";
import type { FieldContext } from "./question-field.tsx";
import { RadioField } from "./radio-field.tsx";
import { TextField } from "./text-field.tsx";

/** Returns the fields that say where the report goes and which rules it prints. */
export function ContactFields({ values, mistakes }: FieldContext) {
  const error = (field: string) => mistakeAt(mistakes, field);
  return (
    <>
      <TextField
        name="email"
        label="Email"
        hint="Receives the private link."
        type="email"
        inputmode="email"
        autocomplete="email"
        maxlength={254}
        size="long"
        value={values.email}
        error={error("email")}
      />
      <TextField
        name="organisation"
        label="Organization"
        hint="Printed on the cover."
        autocomplete="organization"
        maxlength={80}
        size="long"
        value={values.organisation}
        error={error("organisation")}
      />
      <RadioField
        name="headcount"
        legend="How many people work there?"
        hint="Chooses the right rules."
        choices={headcountChoices}
        value={values.headcount}
        error={error("headcount")}
      />
      <RadioField
        name="region"
        legend="Where are you?"
        hint="Chooses the right rules."
        choices={regionChoices}
        value={values.region}
        error={error("region")}
      />
      <TextField
        name="name"
        label="Name"
        optional
        hint="So a reply can address you."
        autocomplete="name"
        maxlength={80}
        size="long"
        value={values.name}
        error={error("name")}
      />
      <TextField
        name="phone"
        label="Phone"
        optional
        hint="Only if you want a call."
        type="tel"
        inputmode="tel"
        autocomplete="tel"
        maxlength={40}
        size="long"
        value={values.phone}
        error={error("phone")}
      />
    </>
  );
}

const consentLabels = {
  followUps: "Up to four mails with checklists, days 3, 8, 15 and 90. One click stops them.",
  benchmark: "Include our answers, without names, in industry figures for 20 or more organizations.",
  reportOnly: "Report only: nobody from sales writes or calls.",
} as const;

/** Returns the boxes of consent, all unticked; follow-ups are offered only where they are switched on. */
export function ConsentFields({ values, followUps }: { values: FieldContext["values"]; followUps: boolean }) {
  const names = (["followUps", "benchmark", "reportOnly"] as const).filter(
    (name) => followUps || name !== "followUps",
  );
  return (
    <fieldset class="field consent">
      <legend>
        What else may we do? <span class="optional">(optional)</span>
      </legend>
      <div class="choices">
        {names.map((name) => (
          <CheckField key={name} name={name} label={consentLabels[name]} checked={values[name] === "on"} />
        ))}
      </div>
    </fieldset>
  );
}
