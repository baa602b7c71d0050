/** Before and after: what the numbers did, which answers stand behind it, and what became of the plan. */
import { isLevel } from "#shared/answers.ts";
import type { Answer, CauseId, DomainId, Edition, Question } from "#shared/edition.ts";
import { type CommonGround, commonGround } from "#shared/progress/comparable.ts";
import { type Earlier, type Measurement, plannedSteps, type StepOutcome } from "#shared/progress/earlier.ts";
import { isPeopleItem, rankRecommendations } from "#shared/scoring/plan.ts";

/**
 * better, worse: another level. found out: it was unknown. no longer known: it is now. asked first: nobody had asked
 * it. no longer asked, or "does not apply" on either side: changed.
 */
export type AnswerMove = "better" | "worse" | "found out" | "no longer known" | "asked first" | "changed";

export interface AnswerChange {
  question: Question;
  before: Answer | undefined;
  after: Answer | undefined;
  move: AnswerMove;
}

/** null where there is no number. */
export interface NumberChange {
  before: number | null;
  after: number | null;
  /** False: the editions differ here, so that the two numbers do not belong together. */
  comparable: boolean;
}

export interface StepReview {
  recommendationId: string;
  /** What somebody said; null: nobody spoke of it. */
  outcome: StepOutcome | null;
  /** The answers of today still call for it; null where the editions differ here. */
  stillCalledFor: boolean | null;
  people: boolean;
}

export interface Comparison {
  readiness: NumberChange;
  load: NumberChange;
  domains: { id: DomainId; change: NumberChange; answers: AnswerChange[] }[];
  causes: { id: CauseId; change: NumberChange; answers: AnswerChange[] }[];
  /** Ids of red flags that went, and that came. */
  flags: { cleared: string[]; raised: string[] };
  /** Steps of the earlier plan, in its order. */
  steps: StepReview[];
  sameEdition: boolean;
  /** Fewer or more people run infrastructure than before; 0 on either side leaves no load to compare. */
  samePeople: boolean;
}

function moveOf(before: Answer | undefined, after: Answer | undefined): AnswerMove {
  if (isLevel(before) && isLevel(after)) return after > before ? "better" : "worse";
  if (before === undefined) return "asked first";
  if (before === "unknown" && after !== undefined) return "found out";
  return after === "unknown" ? "no longer known" : "changed";
}

interface Sides {
  before: Earlier;
  after: Measurement;
  edition: Edition;
  ground: CommonGround;
}

function answerChanges({ before, after, edition, ground }: Sides, wanted: (question: Question) => boolean) {
  return edition.questions
    .filter((question) => wanted(question) && ground.questions.has(question.id))
    .map((question) => ({ question, before: before.answers[question.id], after: after.answers[question.id] }))
    .filter((change) => change.before !== change.after)
    .map((change): AnswerChange => ({ ...change, move: moveOf(change.before, change.after) }));
}

function stepReviews({ before, after, edition, ground }: Sides): StepReview[] {
  const respondent = { industry: after.industry, infrastructurePeople: after.infrastructurePeople };
  const calledFor = new Set(
    rankRecommendations(edition, after.answers, respondent)
      .items.filter(({ nextStep }) => !nextStep)
      .map(({ recommendationId }) => recommendationId),
  );
  return plannedSteps(before.scorecard).map((recommendationId) => ({
    recommendationId,
    outcome: before.outcomes[recommendationId] ?? null,
    stillCalledFor: ground.step(recommendationId) ? calledFor.has(recommendationId) : null,
    people: isPeopleItem(recommendationId),
  }));
}

/**
 * Returns what changed from an earlier assessment to a later one of the same industry.
 * @param editions those of the two, which may be one and the same
 */
export function compare(
  before: Earlier,
  after: Measurement,
  editions: { before: Edition; after: Edition },
): Comparison {
  const ground = commonGround(editions.before, editions.after, after.industry);
  const sides: Sides = { before, after, edition: editions.after, ground };
  const [was, is] = [before.scorecard, after.scorecard];
  const bothCarried = before.infrastructurePeople > 0 && after.infrastructurePeople > 0;
  return {
    readiness: { before: was.overall, after: is.overall, comparable: ground.readiness },
    load: { before: was.tsr, after: is.tsr, comparable: ground.load && bothCarried },
    domains: editions.after.domains.map(({ id }) => ({
      id,
      change: {
        before: was.domains[id] ?? null,
        after: is.domains[id] ?? null,
        comparable: ground.domain(id),
      },
      answers: answerChanges(sides, (question) => question.kind === "technical" && question.domain === id),
    })),
    causes: editions.after.causes.map(({ id }) => ({
      id,
      change: {
        before: was.causes[id],
        after: is.causes[id],
        comparable: ground.cause(id) && bothCarried,
      },
      answers: answerChanges(sides, (question) => question.kind === "people" && question.cause === id),
    })),
    flags: {
      cleared: was.flags.filter((flag) => !is.flags.includes(flag)),
      raised: is.flags.filter((flag) => !was.flags.includes(flag)),
    },
    steps: stepReviews(sides),
    sameEdition: editions.before.id === editions.after.id,
    samePeople: before.infrastructurePeople === after.infrastructurePeople,
  };
}
