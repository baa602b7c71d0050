/** @jsxImportSource hono/jsx */
import { FieldError } from "./field-error.tsx";
import { describedBy } from "./form-state.ts";

export interface TextFieldProps {
  name: string;
  label: string;
  value: string | undefined;
  hint?: string | undefined;
  error?: string | undefined;
  type?: "text" | "email" | "tel" | undefined;
  inputmode?: "numeric" | "email" | "tel" | undefined;
  autocomplete?: string | undefined;
  maxlength?: number | undefined;
  /** Width of the box in characters: it tells how much is expected. */
  size: "short" | "long";
  optional?: boolean | undefined;
}

/** Returns a labeled text box with its helper line and message. */
export function TextField(props: TextFieldProps) {
  const { name, hint, error } = props;
  return (
    <div class={error ? "field field-wrong" : "field"} data-field={name}>
      <label class="field-label" for={name}>
        {props.label}
        {props.optional ? <span class="optional"> (optional)</span> : null}
      </label>
      {hint ? (
        <p class="hint" id={`${name}-hint`}>
          {hint}
        </p>
      ) : null}
      <FieldError name={name} message={error} />
      <input
        class={`text-box text-box-${props.size}`}
        type={props.type ?? "text"}
        id={name}
        name={name}
        value={props.value ?? ""}
        inputmode={props.inputmode}
        autocomplete={props.autocomplete ?? "off"}
        maxlength={props.maxlength}
        spellcheck={props.type ? false : undefined}
        aria-describedby={describedBy(hint && `${name}-hint`, error && `${name}-error`)}
        aria-invalid={error ? "true" : undefined}
      />
    </div>
  );
}
