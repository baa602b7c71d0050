/** The plan, and what doing it would change. */
import type { Effort, ProviderShare } from "#shared/edition.ts";
import type { QuotedAnswer, Statement } from "#shared/report/statement.ts";

export type Doer = "Yourself" | "Share" | "Hand over";

export interface PlanItem {
  recommendationId: string;
  title: string;
  list: "30 days" | "90 days" | "one year";
  /** Called for by a people answer (R21 to R30): left out of the shared version. */
  people: boolean;
  /** Called for by no answer: a next step beyond L2. */
  nextStep: boolean;
  /** Only unknown answers call for it: "find out first". */
  findOutFirst: boolean;
  flag: boolean;
  /** The whole sentence of the pattern. */
  sentence: string;
  /** Its first part: what to do and why. */
  lead: string;
  /** Why it stands in the plan, as a sentence of its own: "Because you answered …"; never empty. */
  reason: string;
  /** Answers that call for it. */
  because: QuotedAnswer[];
  /** The 30-day column. */
  start: string;
  /** The column of its own list; null when that is the start. */
  doneBy: string | null;
  /** Columns after its own list, with their checkpoint. */
  after: { checkpoint: string; text: string }[];
  /** "Done when …" or "First month done when …". */
  doneWhen: string;
  firstSteps: readonly [string, string, string];
  doer: Doer;
  /** What the provider part means, or null. */
  doerNote: string | null;
  provider: ProviderShare;
  owner: string;
  effort: Effort;
  /** "about two days" and the like: planning arithmetic of the capacity model. */
  effortText: string;
  effect: string;
  /** Two decimals, as printed; null for the step that is placed by rule. */
  priority: string | null;
  sourceIds: readonly string[];
}

export interface Plan {
  heading: string;
  lists: { list: PlanItem["list"]; heading: string; items: PlanItem[] }[];
  /** Titles of further recommendations that answers call for. */
  furtherTitles: string[];
  /** The condition before anything is handed over (R31), or null. */
  condition: string | null;
  /** Said when nobody in-house runs infrastructure, or null. */
  nobodyInHouse: string | null;
  /** Said when no step is called for, or null. */
  empty: string | null;
  staysInHouse: Statement;
}

/** What changing things would give: the checkpoints of the plan and the three best gains. */
export interface WhatIfSummary {
  /** Everything that can be tried: the plan in its order, then further recommendations. */
  options: { recommendationId: string; title: string; list: PlanItem["list"] | "further" }[];
  checkpoints: { label: string; readiness: string; tsr: string }[];
  best: {
    axis: "readiness" | "tsr";
    recommendationIds: string[];
    titles: string[];
    before: number;
    after: number;
    sentence: string;
  }[];
}
