import { unansweredQuestions, type Visitor } from "#shared/assessment-path.ts";
import { industries, type Section } from "#shared/edition.ts";
import { readingSeconds } from "#shared/reading-pace.ts";
import type { FormOutline } from "./form-outline.ts";
import type { FormValues } from "./form-state.ts";

/** "core" is the first path, "rest" what the offer after the result adds. */
export type TimedPath = "core" | "rest";

export interface TimeLeft {
  questions: number;
  /** Whole minutes, rounded up, at least 1. */
  minutes: number;
}

function openSections(outline: FormOutline, visitor: Visitor, path: Section["path"]) {
  return unansweredQuestions(outline, path, visitor).map(({ words }) => words);
}

function openProfile({ profileWords }: FormOutline, values: FormValues): number[] {
  return Object.entries(profileWords).flatMap(([field, words]) => (values[field] ? [] : [words]));
}

function openWords(outline: FormOutline, visitor: Visitor, values: FormValues, path: TimedPath): number[] {
  if (path === "rest") return openSections(outline, visitor, "full");
  return [...openProfile(outline, values), ...openSections(outline, visitor, "core")];
}

/**
 * Returns the questions of a path still unanswered and the minutes it takes to read and answer them.
 * Until the industry is known the longest path counts, so that nobody is promised less than it takes.
 */
export function timeLeft(
  outline: FormOutline,
  visitor: Visitor,
  values: FormValues,
  path: TimedPath,
): TimeLeft {
  const possible = visitor.industry === null ? industries : [visitor.industry];
  const lengths = possible.map((industry) => {
    const open = openWords(outline, { ...visitor, industry }, values, path);
    const words = open.reduce((sum, count) => sum + count, 0);
    return {
      questions: open.length,
      minutes: Math.max(1, Math.ceil(readingSeconds(words, open.length) / 60)),
    };
  });
  return lengths.reduce((longest, next) => (next.minutes > longest.minutes ? next : longest));
}
