/** @jsxImportSource hono/jsx */
import type { LeadLetter } from "#shared/models/lead-grade.ts";

/** The letter of a lead; a lead that may not be mailed has none. */
export function GradeMark({ letter }: { letter: LeadLetter | null }) {
  if (letter === null)
    return (
      <span class="grade-mark">
        <span aria-hidden="true">–</span>
        <span class="visually-hidden">no grade</span>
      </span>
    );
  return <span class={`grade-mark grade-${letter.toLowerCase()}`}>{letter}</span>;
}
