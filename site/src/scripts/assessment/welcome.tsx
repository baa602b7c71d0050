/** @jsxImportSource hono/jsx */
import { WelcomeBack } from "#shared/views/form/step-parts.tsx";
import { fill, find, focusHeading } from "./markup.ts";
import type { Saved } from "./saved-answers.ts";

const profileFields = ["industry", "infrastructurePeople", "role"];

/** Returns how many questions the kept values answer; prefilled and hidden fields do not count. */
export function answeredCount({ values }: Saved): number {
  const names = Object.keys(values);
  return names.filter((name) => /^[A-Z]+\d$/.test(name) || profileFields.includes(name)).length;
}

/** Asks a returning visitor whether to go on; resolves with the choice. */
export function welcomeBack(place: HTMLElement, saved: Saved): Promise<"resume" | "restart"> {
  fill(place, <WelcomeBack answered={answeredCount(saved)} />);
  place.hidden = false;
  focusHeading(find(place, "h2"));
  return new Promise((resolve) => {
    const choose = (choice: "resume" | "restart") => () => {
      place.hidden = true;
      resolve(choice);
    };
    find(place, "[data-resume]").addEventListener("click", choose("resume"));
    find(place, "[data-restart]").addEventListener("click", choose("restart"));
  });
}
