/** Shows what a link or a file holds, and asks before anything on this device is replaced. */
import { find, focusHeading, make } from "../markup.ts";
import { downloadAnswers } from "./answer-file.ts";
import type { Desk } from "./desk.ts";
import { choiceText, questionText } from "./question-texts.ts";
import { setAside } from "./step-view.ts";

type Values = Readonly<Record<string, string>>;

export interface Offered {
  /** "link" or "file". */
  from: string;
  values: Values;
  /** What stands on this device; empty when nothing was answered here. */
  here: Values;
}

const questions = (count: number) => (count === 1 ? "one answered question" : `${count} answered questions`);

function row(desk: Desk, field: string, value: string): HTMLElement[] {
  const question =
    field === "infrastructurePeople"
      ? (desk.form.querySelector('label[for="infrastructurePeople"]')?.textContent ?? "")
      : questionText(desk.form, field);
  return [
    make("dt", {}, question),
    make("dd", {}, field === "infrastructurePeople" ? value : choiceText(desk.form, field, value)),
  ];
}

function describe(desk: Desk, place: HTMLElement, { from, values, here }: Offered): void {
  const [given, own] = [Object.keys(values).length, Object.keys(here).length];
  find(place, "[data-offer-text]").textContent =
    `The ${from} holds ${questions(given)}. Nothing has been sent.`;
  find(place, "[data-offer-list]").replaceChildren(
    ...Object.entries(values).flatMap(([field, value]) => row(desk, field, value)),
  );
  find(place, "[data-offer-here]").textContent =
    own === 0 ? "" : `This device holds ${questions(own)} too. Using the ${from} replaces what is here.`;
  find(place, "[data-offer-take]").textContent = `Use the answers of the ${from}`;
  find(place, "[data-offer-leave]").textContent =
    own === 0 ? "Go on without them" : "Keep the answers on this device";
  find(place, "[data-offer-save]").hidden = own === 0;
}

/** Asks whether to take the answers; resolves with the choice, once. */
export function offerAnswers(desk: Desk, offered: Offered): Promise<"take" | "leave"> {
  const place = find(desk.root, "[data-offer]");
  describe(desk, place, offered);
  setAside(desk);
  place.hidden = false;
  focusHeading(find(place, "h2"));
  return new Promise((resolve) => {
    const choose = (choice: "take" | "leave") => () => {
      place.hidden = true;
      resolve(choice);
    };
    find(place, "[data-offer-take]").onclick = choose("take");
    find(place, "[data-offer-leave]").onclick = choose("leave");
    find(place, "[data-offer-save]").onclick = () => downloadAnswers(desk);
  });
}
