/** @jsxImportSource hono/jsx */
import type { Edition, Question } from "#shared/edition.ts";
import { industryName, questionChoices, withPrivacy } from "./choice-texts.ts";
import { type FieldMistakes, type FormValues, mistakeAt } from "./form-state.ts";
import { RadioField } from "./radio-field.tsx";

/** What every part of the form needs to show what was typed. */
export interface FieldContext {
  edition: Edition;
  values: FormValues;
  mistakes: FieldMistakes;
  privacy: { storageRegion: string; accessRoles: string };
}

function overlayOf(question: Question) {
  return question.kind === "technical" ? question.industry : null;
}

/** Asked beside OC1 when "nobody is contacted" disagrees with the 2 a.m. alarm; the script shows it. */
function PhonePrompt() {
  return (
    <fieldset class="prompt" id="phone-prompt" hidden>
      <legend>Someone's phone rings. Does that count as on call?</legend>
      <button type="button" class="button secondary" data-phone="yes">
        Yes, it counts
      </button>{" "}
      <button type="button" class="button secondary" data-phone="no">
        No, it does not
      </button>
    </fieldset>
  );
}

/** Returns one question of the edition as radios, in its order, ways out last. */
export function QuestionField({ question, context }: { question: Question; context: FieldContext }) {
  const { edition, values, mistakes, privacy } = context;
  const overlay = overlayOf(question);
  return (
    <RadioField
      name={question.id}
      legend={question.text}
      choices={questionChoices(question)}
      value={values[question.id]}
      error={mistakeAt(mistakes, question.id)}
      hint={question.hint}
      reassurance={question.reassurance === null ? null : withPrivacy(question.reassurance, privacy)}
      audience={overlay === null ? undefined : `For: ${industryName(edition, overlay)}`}
      class={overlay === null ? "question" : `question only-${overlay}`}
    >
      {question.id === "OC1" ? <PhonePrompt /> : null}
    </RadioField>
  );
}
