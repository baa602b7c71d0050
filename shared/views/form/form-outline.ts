import type { AskedQuestion } from "#shared/answers.ts";
import type { AskedSection, Path } from "#shared/assessment-path.ts";
import type { Edition, Section } from "#shared/edition.ts";
import { profileWords, questionWords } from "#shared/reading-time.ts";

export interface OutlinedQuestion extends AskedQuestion {
  /** Of the question with its answers, for the time left. */
  words: number;
}

/**
 * What a script must know of an edition to turn the pages of its form: order, conditions, length.
 * The texts stand in the page already, so the script carries none.
 */
export interface FormOutline extends Path<OutlinedQuestion> {
  edition: string;
  profileWords: Record<"industry" | "infrastructurePeople" | "role", number>;
}

function outlinedSection({ id, path, people, questionIds }: Section): AskedSection {
  return { id, path, people, questionIds };
}

/** Returns the outline of an edition's form. */
export function formOutline(edition: Edition): FormOutline {
  return {
    edition: edition.id,
    profileWords: profileWords(edition),
    sections: edition.sections.map(outlinedSection),
    questions: edition.questions.map((question) => ({
      id: question.id,
      kind: question.kind,
      ...(question.kind === "technical" && question.industry !== null ? { industry: question.industry } : {}),
      words: questionWords(question),
    })),
  };
}
