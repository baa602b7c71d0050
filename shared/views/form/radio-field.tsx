/** @jsxImportSource hono/jsx */
import type { Child } from "hono/jsx";
import { FieldError } from "./field-error.tsx";
import { choiceId, describedBy } from "./form-state.ts";

export interface Choice {
  value: string;
  label: string;
  /** Shown once the choice is made, and read aloud with it. */
  hint?: string | undefined;
  /** Set apart from the scale above it. */
  apart?: boolean | undefined;
}

export interface RadioFieldProps {
  name: string;
  legend: string;
  choices: readonly Choice[];
  value: string | undefined;
  error?: string | undefined;
  hint?: string | null | undefined;
  /** Who sees the answer. */
  reassurance?: string | null | undefined;
  /** Names whom the question is for, where scripts and styles cannot hide it. */
  audience?: string | undefined;
  class?: string | undefined;
  children?: Child;
}

function ChoiceRow({ name, choice, checked }: { name: string; choice: Choice; checked: boolean }) {
  const id = choiceId(name, choice.value);
  return (
    <div class={choice.apart ? "choice choice-apart" : "choice"}>
      <input
        type="radio"
        id={id}
        name={name}
        value={choice.value}
        checked={checked}
        aria-describedby={choice.hint ? `${id}-hint` : undefined}
      />
      <label for={id}>{choice.label}</label>
      {choice.hint ? (
        <p class="choice-hint" id={`${id}-hint`}>
          {choice.hint}
        </p>
      ) : null}
    </div>
  );
}

/** Returns one question with its choices; nothing is chosen beforehand unless `value` says so. */
export function RadioField(props: RadioFieldProps) {
  const { name, hint, reassurance, error, audience } = props;
  const description = describedBy(
    audience && `${name}-audience`,
    hint && `${name}-hint`,
    reassurance && `${name}-reassurance`,
    error && `${name}-error`,
  );
  return (
    <div
      class={["field", error ? "field-wrong" : "", props.class ?? ""].filter(Boolean).join(" ")}
      data-field={name}
    >
      <fieldset id={`${name}-field`} aria-describedby={description}>
        <legend>{props.legend}</legend>
        {audience ? (
          <p class="audience" id={`${name}-audience`}>
            {audience}
          </p>
        ) : null}
        {hint ? (
          <p class="hint" id={`${name}-hint`}>
            {hint}
          </p>
        ) : null}
        {reassurance ? (
          <p class="reassurance" id={`${name}-reassurance`}>
            {reassurance}
          </p>
        ) : null}
        <FieldError name={name} message={error} />
        <div class="choices">
          {props.choices.map((choice) => (
            <ChoiceRow
              key={choice.value}
              name={name}
              choice={choice}
              checked={props.value === choice.value}
            />
          ))}
        </div>
      </fieldset>
      {props.children}
    </div>
  );
}
