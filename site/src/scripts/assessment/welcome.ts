import { find, focusHeading } from "../markup.ts";
import type { Desk } from "./desk.ts";
import type { Saved } from "./saved-answers.ts";
import { setAside } from "./step-view.ts";

const profileFields = ["industry", "infrastructurePeople", "role"];

/** Returns how many questions values answer; prefilled and hidden fields do not count. */
export function answeredCount({ values }: Pick<Saved, "values">): number {
  const names = Object.keys(values);
  return names.filter((name) => /^[A-Z]+\d$/.test(name) || profileFields.includes(name)).length;
}

/** Returns "one question answered" and the like. */
export function countText(answered: number): string {
  return answered === 1 ? "one question answered" : `${answered} questions answered`;
}

/** Asks a returning visitor whether to go on; resolves with the choice. */
export function welcomeBack(desk: Desk, saved: Saved): Promise<"resume" | "restart"> {
  const place = find(desk.root, "[data-welcome]");
  setAside(desk);
  find(place, "[data-welcome-text]").textContent =
    `What you typed is still on this device: ${countText(answeredCount(saved))}. Nothing has been sent.`;
  place.hidden = false;
  focusHeading(find(place, "h2"));
  return new Promise((resolve) => {
    const choose = (choice: "resume" | "restart") => () => {
      place.hidden = true;
      resolve(choice);
    };
    find(place, "[data-resume]").addEventListener("click", choose("resume"), { once: true });
    find(place, "[data-restart]").addEventListener("click", choose("restart"), { once: true });
  });
}
