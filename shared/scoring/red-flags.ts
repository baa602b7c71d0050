/** Red flags, the hold, and what they cap. A red flag is a known L0, never an unknown. */
import { applicableQuestions } from "#shared/answers.ts";
import type { Answers, DomainId, Edition, Industry, TechnicalQuestion } from "#shared/edition.ts";
import type { OverallCap } from "#shared/scoring/scorecard.ts";

export interface RedFlags {
  /** Sorted ids; the joint flag under its own id. */
  flags: readonly string[];
  /** The lowest cap of each domain that a flag caps. */
  domainCaps: ReadonlyMap<DomainId, number>;
  /** Unknown questions that hold the overall score. */
  heldBy: readonly string[];
  overallCap: Omit<OverallCap, "binding"> | null;
}

export function technicalQuestions(edition: Edition, industry: Industry): readonly TechnicalQuestion[] {
  return applicableQuestions(edition, industry).filter((question) => question.kind === "technical");
}

function jointHold(edition: Edition, answers: Answers): string[] {
  const ids = edition.jointFlag.questionIds;
  const lowOrUnknown = ids.every((id) => answers[id] === 0 || answers[id] === "unknown");
  return lowOrUnknown ? ids.filter((id) => answers[id] === "unknown") : [];
}

/** The total is at most this; the lowest that applies holds. Our judgement. */
export const overallCaps = { "two flags": 44, "one flag": 64, held: 64, "any flag": 84 } as const;

function capFor(reason: keyof typeof overallCaps): NonNullable<RedFlags["overallCap"]> {
  return { cap: overallCaps[reason], reason };
}

function capOf(overallFlags: number, held: boolean, anyFlag: boolean): RedFlags["overallCap"] {
  if (overallFlags >= 2) return capFor("two flags");
  if (overallFlags === 1) return capFor("one flag");
  if (held) return capFor("held");
  return anyFlag ? capFor("any flag") : null;
}

/** Returns the flags that answers raise, the questions that hold the total, and the caps that follow. */
export function redFlags(
  edition: Edition,
  questions: readonly TechnicalQuestion[],
  answers: Answers,
): RedFlags {
  const raised = questions.flatMap((question) =>
    question.flag !== null && answers[question.id] === 0 ? [{ question, flag: question.flag }] : [],
  );
  const joint = edition.jointFlag.questionIds.every((id) => answers[id] === 0);
  const domainCaps = new Map<DomainId, number>();
  for (const { question, flag } of raised)
    if (flag.domainCap !== null)
      domainCaps.set(question.domain, Math.min(flag.domainCap, domainCaps.get(question.domain) ?? 100));
  const flags = raised.map(({ question }) => question.id);
  if (joint) flags.push(edition.jointFlag.id);
  const heldBy = [
    ...questions
      .filter((question) => question.holds && answers[question.id] === "unknown")
      .map((question) => question.id),
    ...jointHold(edition, answers),
  ];
  const overallFlags = raised.filter(({ flag }) => flag.capsOverall).length + (joint ? 1 : 0);
  return {
    flags: flags.sort(),
    domainCaps,
    heldBy,
    overallCap: capOf(overallFlags, heldBy.length > 0, flags.length > 0),
  };
}
