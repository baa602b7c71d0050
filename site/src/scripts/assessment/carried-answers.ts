/** Answers carried to another device, in a link or a file; who the visitor is stays behind. */
import { typedPeople } from "#shared/field-checks.ts";
import type { FormOutline } from "#shared/views/form/form-outline.ts";
import type { FormValues } from "#shared/views/form/form-state.ts";
import { toAnswer } from "./typed-values.ts";

/** What came out of a link or a file. */
export type Carried =
  | { kind: "answers"; values: FormValues }
  /** Answers to another edition of the questions. */
  | { kind: "edition"; edition: string }
  /** Ours, but cut off or changed on the way. */
  | { kind: "damaged" }
  /** Not made by this page. */
  | { kind: "foreign" };

/** Says whether the form has a choice of that value; a carried answer it has not would be lost unseen. */
export type Offers = (field: string, value: string) => boolean;

const profileFields = ["industry", "infrastructurePeople", "role"] as const;
const parameter = "resume";
/** One letter an answer, in the order of the edition; "-" for none. */
const letters: Readonly<Record<string, string>> = { unknown: "u", na: "n" };
const format = "digital-readiness-answers";

function answerValues(outline: FormOutline, values: FormValues): [string, string][] {
  return outline.questions.flatMap(({ id }): [string, string][] => {
    const value = values[id];
    return value !== undefined && toAnswer(value) !== undefined ? [[id, value]] : [];
  });
}

function profileValues(values: FormValues): FormValues {
  const people = typedPeople(values.infrastructurePeople ?? "");
  return {
    ...(values.industry ? { industry: values.industry } : {}),
    ...(people === null ? {} : { infrastructurePeople: String(people) }),
    ...(values.role ? { role: values.role } : {}),
  };
}

/** Returns the values that may be carried: answers and profile, no contact, no consent, no campaign. */
export function carriedValues(outline: FormOutline, values: FormValues): FormValues {
  return { ...profileValues(values), ...Object.fromEntries(answerValues(outline, values)) };
}

function isKnown(outline: FormOutline, values: FormValues, offers: Offers): boolean {
  return Object.entries(values).every(([field, value]) =>
    field === "infrastructurePeople"
      ? typedPeople(value) !== null
      : (field === "industry" || field === "role" || outline.questions.some(({ id }) => id === field)) &&
        offers(field, value),
  );
}

function checked(outline: FormOutline, values: FormValues, offers: Offers): Carried {
  return isKnown(outline, values, offers) ? { kind: "answers", values } : { kind: "damaged" };
}

/**
 * Returns a link to a page with the answers after "#", a part that browsers send to no server.
 * The number at its end tells a link that was cut off from a whole one.
 */
export function linkWith(page: string, outline: FormOutline, values: FormValues): string {
  const carried = carriedValues(outline, values);
  const answers = outline.questions
    .map(({ id }) => letters[carried[id] ?? ""] ?? carried[id] ?? "-")
    .join("");
  const url = new URL(page);
  url.search = "";
  url.hash = `${parameter}=${[
    outline.edition,
    ...profileFields.map((field) => carried[field] ?? ""),
    answers.replace(/-+$/, ""),
    Object.keys(carried).length,
  ].join(".")}`;
  return url.href;
}

function fromLetter(letter: string): string {
  return letter === "u" ? "unknown" : letter === "n" ? "na" : letter;
}

/** Returns what a link carries. */
export function answersInLink(outline: FormOutline, hash: string, offers: Offers): Carried {
  const [edition, industry, people, role, answers, count, ...more] = (
    new URLSearchParams(hash.slice(1)).get(parameter) ?? ""
  ).split(".");
  if (edition !== outline.edition && edition && count) return { kind: "edition", edition };
  if (answers === undefined || more.length > 0 || answers.length > outline.questions.length)
    return { kind: "damaged" };
  const given = [...answers].flatMap((letter, index): [string, string][] => {
    const id = outline.questions[index]?.id;
    return letter === "-" || id === undefined ? [] : [[id, fromLetter(letter)]];
  });
  const profile = { industry, infrastructurePeople: people, role };
  const filled = Object.entries(profile).filter((entry): entry is [string, string] => Boolean(entry[1]));
  const values = Object.fromEntries([...filled, ...given]);
  if (String(Object.keys(values).length) !== count) return { kind: "damaged" };
  return checked(outline, values, offers);
}

/** Returns the text of a file with the answers. @param date of the day, as YYYY-MM-DD */
export function fileWith(
  outline: FormOutline,
  values: FormValues,
  date: string,
): { name: string; text: string } {
  const content = {
    format,
    about:
      "Answers to a digital readiness assessment, to go on with. Open it on the assessment page. No name, no address.",
    edition: outline.edition,
    savedOn: date,
    profile: profileValues(values),
    answers: Object.fromEntries(answerValues(outline, values)),
  };
  return {
    name: `digital-readiness-answers-${outline.edition}-saved-${date}.json`,
    text: `${JSON.stringify(content, null, 2)}\n`,
  };
}

function record(value: unknown): Record<string, unknown> | null {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : null;
}

function parsed(text: string): Record<string, unknown> | null {
  try {
    return record(JSON.parse(text));
  } catch {
    return null;
  }
}

function isText(entry: [string, unknown]): entry is [string, string] {
  return typeof entry[1] === "string";
}

/** Returns what a file carries. */
export function answersInFile(outline: FormOutline, text: string, offers: Offers): Carried {
  const content = parsed(text);
  if (content?.format !== format) return { kind: "foreign" };
  const [profile, answers] = [record(content.profile), record(content.answers)];
  if (typeof content.edition !== "string" || profile === null || answers === null) return { kind: "damaged" };
  if (content.edition !== outline.edition) return { kind: "edition", edition: content.edition };
  const entries = [...Object.entries(profile), ...Object.entries(answers)];
  return entries.every(isText) ? checked(outline, Object.fromEntries(entries), offers) : { kind: "damaged" };
}
