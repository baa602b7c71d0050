/** The words of the edition as they stand in the page: the script carries none of its own. */

/** Returns the words of a question; empty when the page has none of that id. */
export function questionText(form: ParentNode, id: string): string {
  return form.querySelector(`[data-field="${id}"] legend`)?.textContent ?? "";
}

/** Returns the words of a choice; empty when the question does not offer it. */
export function choiceText(form: ParentNode, id: string, value: string): string {
  return form.querySelector(`label[for="${id}-${value}"]`)?.textContent ?? "";
}
