import { type Edition, regions } from "#shared/edition.ts";
import { knownSlots, mayBeEmpty, textLimits } from "#shared/edition-check/text-limits.ts";

/** One text of an edition. */
export interface PlacedText {
  /** Place without ids, such as "questions.answers": the key of `textLimits`. */
  place: string;
  /** Where it stands, in words a person can search for: "questions B2 answers 3". */
  at: string;
  text: string;
}

/** Fields that hold ids, marks or choices, which nobody reads as a text. */
const codeFields: ReadonlySet<string> = new Set(
  "id readOn kind domain industry role cause frameworks sourceIds questionIds path jointFlag flagSteps questionId need effort provider shows moves mark useWith readers orAnswered".split(
    " ",
  ),
);

const regionNames: ReadonlySet<string> = new Set(regions);

function childName(key: string, child: unknown): string {
  return child !== null && typeof child === "object" && "id" in child ? String(child.id) : key;
}

function collect(value: unknown, place: readonly string[], at: readonly string[]): PlacedText[] {
  if (typeof value === "string") return [{ place: place.join("."), at: at.join(" "), text: value }];
  if (value === null || typeof value !== "object") return [];
  const inList = Array.isArray(value);
  return Object.entries(value)
    .filter(([key]) => !codeFields.has(key))
    .flatMap(([key, child]: [string, unknown]) =>
      collect(child, inList || regionNames.has(key) ? place : [...place, key], [
        ...at,
        childName(key, child),
      ]),
    );
}

/** Returns every text a reader may see, sources' addresses included, in the order of the edition. */
export function editionTexts(edition: Edition): PlacedText[] {
  return collect(edition, [], []);
}

function textProblems({ place, at, text }: PlacedText): string[] {
  const limit = textLimits[place];
  const slots = [...text.matchAll(/\{([^{}]*)\}/g)].map((match) => match[1] ?? "");
  const found: string[] = [];
  if (limit === undefined) found.push(`${at} has no limit: add "${place}" to textLimits.`);
  else if (text.length > limit) found.push(`${at} has ${text.length} characters, at most ${limit} fit.`);
  if (text.trim() === "" && !mayBeEmpty.has(place)) found.push(`${at} is empty.`);
  if (text !== text.trim()) found.push(`${at} begins or ends with a space.`);
  for (const slot of slots)
    if (!knownSlots.has(slot)) found.push(`${at} has the slot {${slot}}, which nothing fills.`);
  if (/[{}]/.test(text.replaceAll(/\{[^{}]*\}/g, ""))) found.push(`${at} has a brace without its pair.`);
  return found;
}

/** Returns what is wrong with single texts: too long for their place, empty, or with a slot nothing fills. */
export function checkTexts(edition: Edition): string[] {
  return editionTexts(edition).flatMap(textProblems);
}
