/** An earlier assessment as a later one is compared with it: taken along whole, so that neither needs the other. */
import type { Answers, Industry } from "#shared/edition.ts";
import type { Scorecard } from "#shared/scoring/scorecard.ts";

/** What somebody says became of a step of the earlier plan. */
export const stepOutcomes = ["done", "started", "put-off", "not-started"] as const;
export type StepOutcome = (typeof stepOutcomes)[number];

export interface Measurement {
  edition: string;
  answers: Answers;
  industry: Industry;
  infrastructurePeople: number;
  scorecard: Scorecard;
}

export interface Earlier extends Measurement {
  /** The day of its answers, as YYYY-MM-DD. */
  date: string;
  /** Recommendation id to what became of it; a step nobody spoke of is absent. */
  outcomes: Readonly<Partial<Record<string, StepOutcome>>>;
}

/** Returns the steps that stood in the lists of a plan, in their order. */
export function plannedSteps({ priorities }: Pick<Scorecard, "priorities">): string[] {
  return [...priorities.now, ...priorities.next, ...priorities.later];
}
