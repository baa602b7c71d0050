/**
 * The shape of an edition: everything the assessment asks, weighs, recommends and cites.
 * An edition is plain data. A changed question or weight is a new edition; a published one is never edited.
 */

export type Level = 0 | 1 | 2 | 3;

/** "unknown" is "I don't know yet"; "na" is "does not apply here", offered on a few questions only. */
export type Answer = Level | "unknown" | "na";

/** Question id to answer. An absent id was not asked. */
export type Answers = Readonly<Record<string, Answer>>;

export const industries = ["aviation", "laboratory", "export", "other"] as const;
export type Industry = (typeof industries)[number];

export const regions = ["us", "eu", "uk", "other"] as const;
export type Region = (typeof regions)[number];

export const headcounts = ["1-49", "50-249", "250-999", "1000+"] as const;
export type Headcount = (typeof headcounts)[number];

export const domainIds = ["BKP", "PVM", "IAM", "MIR", "NIL", "CED", "DOC"] as const;
export type DomainId = (typeof domainIds)[number];

export const causeIds = ["on-call", "skill", "recognition", "tools", "emotional"] as const;
export type CauseId = (typeof causeIds)[number];

/** How a fact was seen. M (memory) is never printed. */
export type Mark = "V" | "V2" | "M";

export interface Source {
  id: string;
  title: string;
  /** null where no address exists or none was opened by us: then the title prints without a link. */
  url: string | null;
  mark: Mark;
  /** What the mark covers, in words for the sources page; empty when the mark says it all. */
  note: string;
}

/** A sentence with the sources behind it. No source id means "our judgement", in print. */
export interface Claim {
  text: string;
  sourceIds: readonly string[];
}

export interface Domain {
  id: DomainId;
  name: string;
  /** Share of the overall score, of 100. */
  weight: number;
  /** Why it weighs what it weighs. */
  why: Claim;
  /** Completes "At work: …", printed when the score is below 65. No capital, no period. */
  lowConsequence: string;
  /** The same from 65. */
  highConsequence: string;
  /** Headline phrase from 65. */
  strength: string;
}

export interface Cause {
  id: CauseId;
  name: string;
  /** Completes "{cause} weighs most: …". */
  summary: string;
  /** Areas of working life it belongs to (S03). */
  areas: readonly string[];
}

/** Reference numbers only: the CIS wording is licensed and never printed. */
export interface FrameworkReferences {
  csf: readonly string[];
  cpg: readonly string[];
  cis: readonly string[];
}

export interface RedFlag {
  /** The domain score is at most this, or null when the flag caps no domain. */
  domainCap: number | null;
  capsOverall: boolean;
}

interface QuestionText {
  id: string;
  text: string;
  /** L0 to L3, worst to best. */
  answers: readonly [string, string, string, string];
  weight: number;
  /** On the core path (★). */
  core: boolean;
  /** The text of "does not apply", or null where it is not offered. */
  naLabel: string | null;
  /** A short aid under the question, or null. */
  hint: string | null;
  /** Printed at the question to say who sees the answer; slots in braces; or null. */
  reassurance: string | null;
  /** Role that can answer when the visitor cannot. */
  whoToAsk: string;
}

export interface TechnicalQuestion extends QuestionText {
  kind: "technical";
  domain: DomainId;
  /** The industry whose overlay it belongs to, or null for the 22 common questions. */
  industry: Exclude<Industry, "other"> | null;
  why: Claim;
  frameworks: FrameworkReferences;
  /** Raised by a known L0. M1 and M3 raise one joint flag; see jointFlag on the edition. */
  flag: RedFlag | null;
  /** Unknown holds the overall score at 64 (B2, I1, N2, overlay 1). */
  holds: boolean;
}

export type PeopleRole = "demand" | "resource" | "signal";

export interface PeopleQuestion extends QuestionText {
  kind: "people";
  role: PeopleRole;
  /** null for the measured signals and SG4. */
  cause: CauseId | null;
}

export type Question = TechnicalQuestion | PeopleQuestion;

/** One page of the form. */
export interface Section {
  /** Used in addresses and element ids: kebab-case. */
  id: string;
  title: string;
  introduction: string;
  /** Question ids in order; the overlay ids of every industry stand in their place. */
  questionIds: readonly string[];
  path: "core" | "full";
  /** Hidden when nobody in-house runs infrastructure. */
  people: boolean;
}

export type Effort = "S" | "M" | "L";
export type ProviderShare = "Yes" | "Shared" | "No";

/** The three checkpoints of a plan, in days. */
export const steps = [30, 90, 365] as const;
export type Step = (typeof steps)[number];

/** A target level, "+1" for one better than today, or null for no move; for 30, 90 and 365 days. */
export type Moves = Readonly<
  Record<string, readonly [Level | "+1" | null, Level | "+1" | null, Level | "+1" | null]>
>;

export interface Recommendation {
  id: string;
  title: string;
  /** Answers at L0 or L1 that call for it, with the kind of need each adds. */
  triggers: readonly { questionId: string; need: "technical" | "people" }[];
  /** Also called for when this cause prints 50 or more (R21: or when OC1 is L0). */
  cause: CauseId | null;
  /** What the triggers say in words, for the method page. */
  triggerText: string;
  days30: string;
  days90: string;
  year: string;
  effort: Effort;
  effect: string;
  owner: string;
  provider: ProviderShare;
  /** What the provider column adds, such as "owner signs off"; or null. */
  providerNote: string | null;
  sourceIds: readonly string[];
  /** Completes "It is done when …". No capital, no period. */
  proof: string;
  /** "month": the proof covers the first 30 days only. */
  shows: "action" | "month";
  firstSteps: readonly [string, string, string];
  moves: Moves;
}

/** A rule printed beside a question on the "what may be asked" page. */
export interface Rule {
  id: string;
  industry: Exclude<Industry, "other">;
  questionIds: readonly string[];
  /** Regions whose readers see it; "all" for every reader. */
  readers: readonly Region[] | "all";
  /** Also shown to any reader who answered this question with a level, or null. */
  orAnswered: string | null;
  text: string;
  sourceIds: readonly string[];
  /** V2 adds "seen in secondary sources; open the text before relying on it". */
  mark: Exclude<Mark, "M">;
  check: string;
}

/** A published figure, shown as context and never as "your peers". */
export interface Benchmark {
  id: string;
  text: string;
  who: string;
  sourceIds: readonly string[];
  mark: Exclude<Mark, "M">;
  /** Question ids or "people-page". */
  useWith: readonly string[];
}

export interface Threshold {
  measure: string;
  threshold: string;
  evidence: string;
  sourceIds: readonly string[];
  strength: string;
}

export interface RoadmapYear {
  year: 1 | 2 | 3 | 4 | 5;
  name: string;
  infrastructure: string;
  team: string;
  proof: string;
}

/** Words that differ by industry. */
export interface IndustryText {
  id: Industry;
  name: string;
  /** Printed on the cover, by region where the law differs; empty for "other". */
  disclaimer: string;
  /** Cost-of-trouble formula, or null. */
  costFormula: string | null;
  costNote: string | null;
  /** {authority} by region; null: the page headline is "What trouble costs". */
  authority: Readonly<Record<Region, string>> | null;
  /** {industryTerm} by region. */
  term: Readonly<Record<Region, string>>;
  /** {system} of the "two-deep" mail. */
  system: string;
}

export interface Edition {
  id: string;
  /** The day the rules and sources were read, ISO. */
  readOn: string;
  instruction: string;
  domains: readonly Domain[];
  causes: readonly Cause[];
  questions: readonly Question[];
  sections: readonly Section[];
  /** The flag that two answers raise together. */
  jointFlag: { id: "M1+M3"; questionIds: readonly ["M1", "M3"]; recommendationId: string };
  /** Single-question flag to the recommendation whose first step prints beside it. */
  flagSteps: Readonly<Record<string, string>>;
  recommendations: readonly Recommendation[];
  rules: readonly Rule[];
  benchmarks: readonly Benchmark[];
  thresholds: readonly Threshold[];
  roadmap: readonly RoadmapYear[];
  industries: readonly IndustryText[];
  sources: readonly Source[];
  /** The eight ethical limits, printed in every report. */
  ethics: readonly Claim[];
  /** The caveat on what on-call evidence can carry. */
  onCallCaveat: Claim;
  modelBasis: readonly Claim[];
  staysInHouse: Claim;
  promise: string;
}
