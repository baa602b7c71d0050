/** @jsxImportSource hono/jsx */
import { currentConsentWording } from "#shared/consent-wording.ts";
import { CheckField } from "./check-field.tsx";
import { headcountChoices, regionChoices } from "./choice-texts.ts";
import { mistakeAt } from "./form-state.ts";
import type { FieldContext } from "./question-field.tsx";
import { RadioField } from "./radio-field.tsx";
import { TextField } from "./text-field.tsx";

type Typed = Pick<FieldContext, "values" | "mistakes">;

function Addressee({ values, mistakes }: Typed) {
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
    </>
  );
}

function Person({ values, mistakes }: Typed) {
  const error = (field: string) => mistakeAt(mistakes, field);
  return (
    <>
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

/** Returns the fields that say where the report goes, and nothing that changes it. */
export function ContactOnlyFields(typed: Typed) {
  return (
    <>
      <Addressee {...typed} />
      <Person {...typed} />
    </>
  );
}

/** Returns the fields that say where the report goes and which rules it prints. */
export function ContactFields({ values, mistakes }: FieldContext) {
  const error = (field: string) => mistakeAt(mistakes, field);
  return (
    <>
      <Addressee values={values} mistakes={mistakes} />
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
      <Person values={values} mistakes={mistakes} />
    </>
  );
}

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
          <CheckField
            key={name}
            name={name}
            label={currentConsentWording.boxes[name]}
            checked={values[name] === "on"}
          />
        ))}
      </div>
    </fieldset>
  );
}
