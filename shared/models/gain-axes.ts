/** The two scores that steps can better, never merged. */
import type Fraction from "fraction.js";
import type { Respondent } from "#shared/answers.ts";
import type { Answers, Edition } from "#shared/edition.ts";
import { scorePeople } from "#shared/scoring/people.ts";
import { scoreTechnical } from "#shared/scoring/technical.ts";

export interface AxisScore {
  score: Fraction;
  /** Without caps or floors, to tell apart what they hide. */
  open: Fraction;
}

export interface Axis {
  /** 1 where higher is better. */
  sign: 1 | -1;
  kind: "technical" | "people";
  scoreOf: (answers: Answers) => AxisScore | null;
}

/** Returns the axis of overall readiness. */
export function readinessAxis(edition: Edition, { industry }: Respondent): Axis {
  return {
    sign: 1,
    kind: "technical",
    scoreOf: (answers) => {
      const { overall, withoutAnyCap } = scoreTechnical(edition, answers, industry);
      return overall === null || withoutAnyCap === null ? null : { score: overall, open: withoutAnyCap };
    },
  };
}

/** Returns the axis of Team Sustainability Risk. */
export function riskAxis(edition: Edition, { infrastructurePeople }: Respondent): Axis {
  return {
    sign: -1,
    kind: "people",
    scoreOf: (answers) => {
      const { tsr, withoutFloors } = scorePeople(edition, answers, infrastructurePeople);
      return tsr === null || withoutFloors === null ? null : { score: tsr, open: withoutFloors };
    },
  };
}
