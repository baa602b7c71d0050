/** The people questions of the core path, as each person of the team answers them for themselves. */
import type { Answer, CauseId, Edition, PeopleQuestion } from "#shared/edition.ts";
import { readingSeconds } from "#shared/reading-pace.ts";

/** In the first person, about conditions; scales and weights are those of the edition, so that they can be compared. */
const firstPerson = {
  OC1: "How often am I first on call, formally or not?",
  OC2: "How many out-of-hours calls, texts or alerts reach me a month?",
  SK1: "How many of these do I own alone: servers, network, cloud, security, backups, compliance evidence, user support?",
  SK2: "What training did I get in 12 months?",
  RC1: "When does leadership hear about the work I do?",
  TS2: "How much of my week is protected for fixing causes, automating and documenting?",
  EL2: "What happens around me after a bad incident?",
} as const;
export type PulseQuestionId = keyof typeof firstPerson;

export const pulseQuestionIds: readonly PulseQuestionId[] = ["OC1", "OC2", "SK1", "SK2", "RC1", "TS2", "EL2"];

/** "skip": I would rather not say. */
export type PulseAnswer = Exclude<Answer, "unknown"> | "skip";
export type PulseAnswers = Readonly<Record<PulseQuestionId, PulseAnswer>>;

export interface PulseQuestion {
  id: PulseQuestionId;
  text: string;
  answers: PeopleQuestion["answers"];
  naLabel: string | null;
  weight: number;
  cause: CauseId;
  /** The same question as the manager is asked it. */
  manager: PeopleQuestion;
}

/** "does not apply" is offered where it is answered for oneself; OC2 follows OC1. */
const notOnCall = "Nobody contacts me outside working hours, even unofficially";

/** Returns the questions of a pulse, in order. @throws RangeError for an edition that lacks one */
export function pulseQuestions(edition: Edition): PulseQuestion[] {
  return pulseQuestionIds.map((id) => {
    const manager = edition.questions.find((question) => question.id === id);
    if (manager?.kind !== "people" || manager.cause === null)
      throw new RangeError(`edition ${edition.id} has no question ${id} of a cause`);
    const { answers, weight, cause } = manager;
    return {
      id,
      text: firstPerson[id],
      answers,
      naLabel: id === "OC1" ? notOnCall : null,
      weight,
      cause,
      manager,
    };
  });
}

const wordsIn = (text: string) => text.match(/\S+/g)?.length ?? 0;

/** Returns how long a pulse takes in whole minutes, rounded up. */
export function pulseMinutes(edition: Edition): number {
  const questions = pulseQuestions(edition);
  const words = questions.flatMap(({ text, answers, naLabel }) => [text, ...answers, naLabel ?? ""]);
  return Math.ceil(
    readingSeconds(
      words.map(wordsIn).reduce((sum, count) => sum + count, 0),
      questions.length,
    ) / 60,
  );
}
