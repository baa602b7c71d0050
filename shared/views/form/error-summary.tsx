/** @jsxImportSource hono/jsx */
import type { FieldMistakes } from "./form-state.ts";

/**
 * Returns the list of mistakes at the top of a page, each linked to its field.
 * @param target id of the first control of a field; a link to a group would leave the keyboard outside it
 */
export function ErrorSummary({
  mistakes,
  target,
}: {
  mistakes: FieldMistakes;
  target: (field: string) => string;
}) {
  return (
    <div
      class="error-summary"
      role="alert"
      aria-labelledby="error-summary-title"
      tabindex={-1}
      data-error-summary=""
    >
      <h2 id="error-summary-title">There is a problem</h2>
      <ul>
        {mistakes.map(({ field, message }) => (
          <li key={field}>
            <a href={`#${target(field)}`}>{message}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Returns the place a script fills: out of sight while nothing is wrong. */
export function EmptyErrorSummary() {
  return (
    <div data-summary="" hidden>
      <ErrorSummary mistakes={[]} target={(field) => field} />
    </div>
  );
}
