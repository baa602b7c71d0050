import { type Capacity, capacity } from "#shared/models/capacity.ts";
import { capacitySentence } from "#shared/models/capacity-sentence.ts";
import { type ReportInput, showsPeople } from "#shared/report/report-input.ts";

/** What the plan asks of the team's own hours. */
export interface CapacityLine {
  /** The sentence under the plan; null in the shared version and when nobody in-house runs infrastructure. */
  sentence: string | null;
  /** Ids of steps that a team of this size should not carry alone, whatever the hours. */
  neverAlone: ReadonlySet<string>;
}

/** Returns the capacity line for the whole year's plan (models.md, B); our judgement. */
export function capacityLine(input: ReportInput): CapacityLine {
  const { edition, answers, profile, scorecard } = input;
  const result: Capacity = capacity({
    edition,
    answers,
    respondent: profile,
    headcount: profile.headcount,
    priorities: scorecard.priorities,
    horizon: 12,
  });
  const alone = result.steps.filter(({ neverAlone }) => neverAlone);
  return {
    sentence: showsPeople(input) ? capacitySentence(result, profile.infrastructurePeople) : null,
    neverAlone: new Set(alone.map(({ recommendation }) => recommendation.id)),
  };
}
