/** @jsxImportSource hono/jsx */
import type { Edition } from "#shared/edition.ts";
import { ErrorSummary } from "#shared/views/form/error-summary.tsx";
import { FieldError } from "#shared/views/form/field-error.tsx";
import { fieldTarget } from "#shared/views/form/field-target.ts";
import type { FieldMistakes } from "#shared/views/form/form-state.ts";
import { fill } from "./markup.ts";

function controlsOf(field: HTMLElement): HTMLElement | null {
  return field.querySelector<HTMLElement>("fieldset, input");
}

function describe(element: HTMLElement, id: string, present: boolean): void {
  const ids = (element.getAttribute("aria-describedby") ?? "")
    .split(" ")
    .filter((known) => known && known !== id);
  const all = present ? [...ids, id] : ids;
  if (all.length > 0) element.setAttribute("aria-describedby", all.join(" "));
  else element.removeAttribute("aria-describedby");
}

function setMistake(field: HTMLElement, message: string | undefined): void {
  const name = field.dataset.field ?? "";
  const control = controlsOf(field);
  if (!control) return;
  field.querySelector(".field-error")?.remove();
  field.classList.toggle("field-wrong", message !== undefined);
  describe(control, `${name}-error`, message !== undefined);
  if (control instanceof HTMLInputElement)
    message === undefined
      ? control.removeAttribute("aria-invalid")
      : control.setAttribute("aria-invalid", "true");
  if (message === undefined) return;
  const before = field.querySelector(".choices, .text-box");
  before?.insertAdjacentHTML("beforebegin", String(<FieldError name={name} message={message} />));
}

/** Shows mistakes at their fields and in a list at the top, which takes the focus; an empty list clears both. */
export function showMistakes(
  root: HTMLElement,
  summary: HTMLElement,
  edition: Edition,
  mistakes: FieldMistakes,
) {
  for (const field of root.querySelectorAll<HTMLElement>("[data-field]"))
    setMistake(field, mistakes.find((mistake) => mistake.field === field.dataset.field)?.message);
  summary.hidden = mistakes.length === 0;
  summary.replaceChildren();
  if (mistakes.length === 0) return;
  fill(summary, <ErrorSummary mistakes={mistakes} target={(field) => fieldTarget(edition, field)} />);
  const list = summary.querySelector<HTMLElement>("[data-error-summary]");
  list?.focus({ preventScroll: true });
  list?.scrollIntoView({ block: "start", behavior: "instant" });
}

/**
 * Follows a link of the list to its field: focus goes to the control, and the question above it comes into view.
 * A plain link would scroll the control to the top edge, its question out of sight.
 */
export function followMistake(event: Event): void {
  const link =
    event.target instanceof Element
      ? event.target.closest<HTMLAnchorElement>("[data-error-summary] a")
      : null;
  const control = link ? document.getElementById(link.hash.slice(1)) : null;
  if (!control) return;
  event.preventDefault();
  (control.closest("[data-field]") ?? control).scrollIntoView({ block: "start", behavior: "instant" });
  control.focus({ preventScroll: true });
}
