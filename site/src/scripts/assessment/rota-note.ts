import { rota, rotaCaveat } from "#shared/rota.ts";
import { find } from "../markup.ts";

/** Says what the given number of people means for a rota, as soon as it is given. */
export function showRota(form: HTMLElement, people: number | null): void {
  const note = find(form, "[data-rota]");
  const found = people === null || people === 0 ? null : rota(people, 1);
  const text = found === null ? "" : `${found.sentence} ${rotaCaveat.text}`;
  note.hidden = text === "";
  // Written only when it changes: a live region repeats whatever is put into it.
  if (note.textContent !== text) note.textContent = text;
}
