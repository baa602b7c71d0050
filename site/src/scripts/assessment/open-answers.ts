/** Takes answers from a link or a file, after asking; what cannot be read is said, and changes nothing. */
import { type Carried, carriedValues } from "./carried-answers.ts";
import { type Desk, newSubmissionId, valuesOf } from "./desk.ts";
import { skipStart } from "./funnel-steps.ts";
import { goTo } from "./navigation.ts";
import { offerAnswers } from "./offer.ts";
import type { StepId } from "./steps.ts";
import { writeValues } from "./typed-values.ts";

/** Says whether the form has a choice of that value. */
export function offersOf({ form }: Desk): (field: string, value: string) => boolean {
  return (field, value) => form.querySelector(`#${CSS.escape(`${field}-${value}`)}`) !== null;
}

/** Returns why answers cannot be taken, and what to do; empty where they can. */
export function refusal(carried: Carried, from: string, edition: string): string {
  if (carried.kind === "edition")
    return `This ${from} belongs to edition ${carried.edition} of the questions; this page asks edition ${edition}, whose answers mean something else. Nothing was changed. Answer here anew, or open the ${from} where it was made.`;
  if (carried.kind === "damaged")
    return `This ${from} is not complete, or was changed on the way. Nothing was changed here. Make a new one on the other device.`;
  if (carried.kind === "foreign")
    return `This is not a file of this page. Choose the file that you downloaded here; its name begins with “digital-readiness-answers”.`;
  return "";
}

/** Replaces the answers and keeps what was typed about the visitor: no link or file holds that. */
function take(desk: Desk, values: Readonly<Record<string, string>>): void {
  const own = valuesOf(desk);
  const replaced = Object.keys(carriedValues(desk.outline, own));
  const rest = Object.fromEntries(Object.entries(own).filter(([name]) => !replaced.includes(name)));
  writeValues(desk.form, { ...rest, ...values });
  desk.submissionId = newSubmissionId();
  desk.phoneAnswered = false;
  skipStart();
}

/**
 * Offers what was carried here, does as the visitor says, and goes on from there.
 * @param stay the step to show when the answers are left
 * @returns why they cannot be taken, as a sentence, and nothing was shown or changed; or empty
 */
export async function openAnswers(
  desk: Desk,
  carried: Carried,
  from: "link" | "file",
  stay: StepId,
): Promise<string> {
  if (carried.kind !== "answers") return refusal(carried, from, desk.outline.edition);
  const here = carriedValues(desk.outline, valuesOf(desk));
  const choice = await offerAnswers(desk, { from, values: carried.values, here });
  if (choice === "take") take(desk, carried.values);
  // The first open page, or the result when every page is complete.
  await goTo(desk, choice === "take" ? "result" : stay, { history: "replace" });
  return "";
}
