/** Mistakes, shown as GOV.UK does: a list at the top that takes the focus, and a message at each field. */
import type { FieldMistakes } from "#shared/views/form/form-state.ts";
import { find, make } from "../markup.ts";

function describe(element: HTMLElement, id: string, present: boolean): void {
  const ids = (element.getAttribute("aria-describedby") ?? "")
    .split(" ")
    .filter((known) => known && known !== id);
  const all = present ? [...ids, id] : ids;
  if (all.length > 0) element.setAttribute("aria-describedby", all.join(" "));
  else element.removeAttribute("aria-describedby");
}

function errorAt(id: string, message: string): HTMLElement {
  // "Error:" is read aloud only: the color and the bar say it to the eye.
  return make(
    "p",
    { class: "field-error", id },
    make("span", { class: "visually-hidden" }, "Error: "),
    message,
  );
}

function setMistake(field: HTMLElement, message: string | undefined): void {
  const id = `${field.dataset.field}-error`;
  const control = field.querySelector<HTMLElement>("fieldset, input");
  if (!control) return;
  field.querySelector(".field-error")?.remove();
  field.classList.toggle("field-wrong", message !== undefined);
  describe(control, id, message !== undefined);
  if (control instanceof HTMLInputElement)
    message === undefined
      ? control.removeAttribute("aria-invalid")
      : control.setAttribute("aria-invalid", "true");
  if (message !== undefined) field.querySelector(".choices, .text-box")?.before(errorAt(id, message));
}

/** Returns the control that a message about a field leads to: the first of a group, or where the form is sent from. */
function controlOf(form: HTMLElement, field: string): HTMLElement {
  return (
    form.querySelector<HTMLElement>(`[data-field="${CSS.escape(field)}"] input`) ??
    find(form, "#section-contact-title")
  );
}

const errorPrefix = /^Error: /;

let shown: FieldMistakes = [];

/** Returns the mistakes shown at present. */
export function mistakesShown(): FieldMistakes {
  return shown;
}

/** Shows mistakes at their fields and in the list at the top; an empty list clears both. */
export function showMistakes(form: HTMLElement, mistakes: FieldMistakes): void {
  shown = mistakes;
  document.title = document.title.replace(errorPrefix, "");
  for (const field of form.querySelectorAll<HTMLElement>("[data-field]"))
    setMistake(field, mistakes.find((mistake) => mistake.field === field.dataset.field)?.message);
  find(form, "[data-summary]").hidden = mistakes.length === 0;
  const links = mistakes.map(({ field, message }) =>
    make("li", {}, make("a", { href: `#${controlOf(form, field).id}` }, message)),
  );
  find(form, "[data-summary] ul").replaceChildren(...links);
}

/** Shows mistakes and moves to their list; the title says so for whoever hears it first. */
export function reportMistakes(form: HTMLElement, mistakes: FieldMistakes): void {
  showMistakes(form, mistakes);
  document.title = `Error: ${document.title}`;
  const list = find(form, "[data-error-summary]");
  list.focus({ preventScroll: true });
  list.scrollIntoView({ block: "start", behavior: "instant" });
}

/** Returns the control that a clicked link of the list leads to, or null for any other click. */
export function mistakenControl(event: Event): HTMLElement | null {
  const link =
    event.target instanceof Element ? event.target.closest<HTMLAnchorElement>("[data-summary] a") : null;
  return link ? document.getElementById(link.hash.slice(1)) : null;
}

/**
 * Moves focus to a control, and the question above it into view.
 * A plain link would scroll the control to the top edge, its question out of sight.
 */
export function focusControl(control: HTMLElement): void {
  (control.closest("[data-field]") ?? control).scrollIntoView({ block: "start", behavior: "instant" });
  control.focus({ preventScroll: true });
}
