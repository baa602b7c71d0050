import type { Respondent } from "#shared/answers.ts";
import { type Answers, type Edition, type Step, steps } from "#shared/edition.ts";
import { whatIf } from "#shared/models/what-if.ts";
import { score } from "#shared/scoring/score.ts";
import type { Priorities, Scorecard } from "#shared/scoring/scorecard.ts";

export interface Checkpoint {
  /** Days from now; 0 is today. */
  step: 0 | Step;
  answers: Answers;
  /** Scored as any other answers; its plan is the one that would follow then. */
  scorecard: Scorecard;
}

/** Returns the recommendations listed up to a checkpoint. */
export function listedUntil({ now, next, later }: Priorities, step: Step): readonly string[] {
  if (step === 30) return now;
  return step === 90 ? [...now, ...next] : [...now, ...next, ...later];
}

/**
 * Returns today and the three checkpoints of the plan: at each, every item listed so far counts as done
 * up to that step. A step means "done"; dates are the capacity model's.
 */
export function checkpoints(edition: Edition, answers: Answers, respondent: Respondent): Checkpoint[] {
  const today = score(edition, answers, respondent);
  const later = steps.map((step) => {
    const after = whatIf(edition, answers, respondent, listedUntil(today.priorities, step), step);
    return { step, answers: after, scorecard: score(edition, after, respondent) };
  });
  return [{ step: 0, answers, scorecard: today }, ...later];
}
