import { unansweredQuestions, type Visitor } from "#shared/assessment-path.ts";
import type { Edition } from "#shared/edition.ts";
import { questionCount, type ReadingPath, seconds } from "#shared/reading-time.ts";
import type { FormValues } from "#shared/views/form/form-state.ts";

const profileFields = ["industry", "infrastructurePeople", "role"] as const;

function unanswered(edition: Edition, visitor: Visitor, values: FormValues, path: "core" | "rest"): number {
  if (path === "rest") return unansweredQuestions(edition, "full", visitor).length;
  const profile = profileFields.filter((field) => !values[field]).length;
  return unansweredQuestions(edition, "core", visitor).length + profile;
}

/**
 * Returns the questions of a path still unanswered and the minutes they take, at least 1:
 * the computed time of the whole path, shared out evenly over its questions.
 */
export function timeLeft(
  edition: Edition,
  visitor: Visitor,
  values: FormValues,
  path: Exclude<ReadingPath, "full">,
): { questions: number; minutes: number } {
  const industry = visitor.industry ?? "other";
  const options = { withoutPeople: visitor.infrastructurePeople === 0 };
  const questions = unanswered(edition, visitor, values, path);
  const all = Math.max(1, questionCount(edition, industry, path, options));
  const time = (seconds(edition, industry, path, options) * questions) / all;
  return { questions, minutes: Math.max(1, Math.ceil(time / 60)) };
}
