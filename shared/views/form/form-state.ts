/** What a form shows besides its questions: what was typed, and what was wrong with it. */

/** Field name to the text it holds; a ticked box holds "on". Absent means empty. */
export type FormValues = Readonly<Record<string, string>>;

export interface FieldMistake {
  /** Name of a field of the form: a question id, or a name such as "email". */
  field: string;
  /** Says what to do, as a sentence. */
  message: string;
}

export type FieldMistakes = readonly FieldMistake[];

/** Returns the first message at a field, or undefined when it has none. */
export function mistakeAt(mistakes: FieldMistakes, field: string): string | undefined {
  return mistakes.find((mistake) => mistake.field === field)?.message;
}

/** Returns the id of one choice of a radio group; every id on the form derives from names this way. */
export function choiceId(name: string, value: string): string {
  return `${name}-${value}`;
}

/** Returns the value of aria-describedby, or undefined when nothing describes the field. */
export function describedBy(...ids: readonly (string | false | null | undefined)[]): string | undefined {
  return ids.filter(Boolean).join(" ") || undefined;
}
