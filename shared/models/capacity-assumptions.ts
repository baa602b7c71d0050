/**
 * Every figure of the capacity line, with the range a reader may edit. Our judgement unless a source stands beside it.
 * Provider figures never pass the middle of their ranges: we sell them.
 */
import type { Effort, Headcount, ProviderShare } from "#shared/edition.ts";

/** Low, planning and high reading of one answer. */
export type Reading = readonly [low: number, planning: number, high: number];
export type ByLevel<Value> = readonly [Value, Value, Value, Value];

export interface CapacityAssumptions {
  /** Working hours a month and person, after leave, illness, meetings and requests. */
  hoursPerPerson: number;
  /** Percent of the week, by TS2: the answer's wording. */
  protectedPercent: ByLevel<Reading>;
  /** Percent left for the plan after overtime, by SG1 (S07, S08). */
  leftPercent: ByLevel<number>;
  /** People who share on-call, by OC1: the answer's wording. */
  onCallPeople: ByLevel<Reading>;
  /** Calls a month and on-call person, by OC2 (S17); the open band at its lower edge. */
  calls: ByLevel<Reading>;
  /** Working hours lost by a call, recovery included (S02: about 6 an incident; most calls are smaller). */
  hoursPerCall: number;
  /** Hours: two days, a week, three weeks. */
  setupHours: Readonly<Record<Effort, number>>;
  /** Hours a month afterwards: reviews and tests continue. */
  runningHours: Readonly<Record<Effort, number>>;
  /** Larger estates take longer; unknown counts as 1. */
  size: Readonly<Record<Headcount | "unknown", number>>;
  /** Percent of a step's hours; decisions, access and review stay with the team (S40). */
  providerPercent: Readonly<Record<ProviderShare, number>>;
  /** Percent of calls an outside first line settles (S24: 83 % of alerts called false; far less taken here). */
  firstLinePercent: number;
  /** Months for contract, access and responsibility matrix. */
  onboardingMonths: number;
}

export const defaultAssumptions: CapacityAssumptions = {
  hoursPerPerson: 120,
  protectedPercent: [
    [0, 0, 2],
    [1, 5, 9],
    [5, 10, 20],
    [10, 15, 25],
  ],
  leftPercent: [0, 50, 75, 100],
  onCallPeople: [
    [1, 1, 2],
    [2, 2, 3],
    [4, 4, 8],
    [4, 4, 8],
  ],
  calls: [
    [19, 19, 25],
    [7, 12, 18],
    [3, 4, 6],
    [0, 1, 2],
  ],
  hoursPerCall: 2,
  setupHours: { S: 16, M: 40, L: 120 },
  runningHours: { S: 1, M: 2, L: 4 },
  size: { "1-49": 1, "50-249": 1.5, "250-999": 2.5, "1000+": 4, unknown: 1 },
  providerPercent: { Yes: 60, Shared: 25, No: 0 },
  firstLinePercent: 40,
  onboardingMonths: 2,
};

/** The least and most that a reader may set; the bands of the answers are part of their wording. */
export const assumptionRanges = {
  hoursPerPerson: [100, 140],
  /** Percentage points either way. */
  leftPercent: [-25, 25],
  hoursPerCall: [1, 6],
  setupHours: { S: [8, 24], M: [24, 80], L: [80, 240] },
  runningHours: { S: [0, 2], M: [1, 4], L: [2, 8] },
  size: [1, 6],
  providerPercent: { Yes: [50, 85], Shared: [20, 50], No: [0, 0] },
  firstLinePercent: [30, 70],
  onboardingMonths: [1, 3],
} as const;
