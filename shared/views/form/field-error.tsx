/** @jsxImportSource hono/jsx */

/** Returns the message at a field. "Error:" is read aloud only: the color and the bar say it to the eye. */
export function FieldError({ name, message }: { name: string; message: string | undefined }) {
  return message === undefined ? null : (
    <p class="field-error" id={`${name}-error`}>
      <span class="visually-hidden">Error: </span>
      {message}
    </p>
  );
}
