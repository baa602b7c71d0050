import type { CauseId, DomainId } from "#shared/edition.ts";

export type ReadinessLevel = "Exposed" | "Reactive" | "Managed" | "Resilient" | "Proven";
export type Band = "Sustainable" | "Watch" | "Strained" | "Unsustainable";

/** What limits the overall score today; caps never raise it. */
export interface OverallCap {
  cap: 44 | 64 | 84;
  reason: "two flags" | "one flag" | "held" | "any flag";
  /** True when the overall score would print higher without it. */
  binding: boolean;
}

/** Recommendation ids in order of work. */
export interface Priorities {
  /** Thirty days. */
  now: string[];
  /** Ninety days. */
  next: string[];
  /** One year. */
  later: string[];
}

/**
 * The printed result of one set of answers: integers, never fractions.
 * It is frozen with the answers when a submission is accepted.
 */
export interface Scorecard {
  edition: string;
  /** 0..100; a domain without an answered or unknown question is absent. */
  domains: Partial<Record<DomainId, number>>;
  /** Every unknown as L0, and as L3; same keys as domains. */
  domainRanges: Partial<Record<DomainId, { low: number; high: number }>>;
  /** 0..100, or null when coverage is below 40 %. */
  overall: number | null;
  low: number | null;
  high: number | null;
  level: ReadinessLevel | null;
  /** Ids of red flags, sorted; the joint flag is "M1+M3". */
  flags: string[];
  /** 0..1: weight answered at a level, of all that applies in the full edition. */
  coverage: number;
  confidence: "High" | "Medium" | "Low" | null;
  /** Team Sustainability Risk, 0..100, higher is worse; null: see tsrState. */
  tsr: number | null;
  tsrState: "scored" | "not enough information" | "not applicable";
  band: Band | null;
  /** Printed risk of each cause, 0..100; null: see causeStates. */
  causes: Record<CauseId, number | null>;
  causeStates: Record<CauseId, "scored" | "not applicable" | "not known">;
  /** The sixth bar: measured signals, 0..100, null when none is known. */
  signals: number | null;
  /** An unknown gate question holds the overall score at 64. */
  held: boolean;
  /** The questions that hold it. */
  heldBy: string[];
  overallCap: OverallCap | null;
  /** The overall score without the overall cap, only where it prints higher; otherwise null. */
  uncapped: number | null;
  priorities: Priorities;
  /** Called for, but beyond the three lists: printed by title only. */
  furtherRecommendations: string[];
  /** Those in the lists that no answer calls for: printed as "next step". */
  nextSteps: string[];
}
