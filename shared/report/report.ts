/**
 * The report object: plain data with every sentence that any rendering shows.
 * PDF, result page, mails, sales notice and exports only lay it out; none of them computes.
 *
 * Two kinds of slot are left open, because only a rendering knows them: {planPage}, {offerPage} and
 * {decisionPage}. A rendering with pages fills in numbers with `withPages`, one without links instead.
 */
import type { CauseId, DomainId, Effort, Industry, Mark, ProviderShare, Region } from "#shared/edition.ts";
import type { CapacityLine } from "#shared/report/capacity-line.ts";
import type { Band, ReadinessLevel } from "#shared/scoring/scorecard.ts";

/** A sentence with its source ids; none means it prints as "Our judgement". */
export interface Statement {
  text: string;
  sourceIds: readonly string[];
}

export interface Cover {
  /** "Digital Readiness Report". */
  title: string;
  organisation: string;
  /** Such as "November 24, 2026". */
  date: string;
  /** "One person's answers, not an audit. Handle as internal." */
  statement: string;
  /** Industry disclaimer, or empty. */
  disclaimer: string;
  /** "Answered for aviation maintenance, 6 people running infrastructure." and the like. */
  subject: string;
  brandName: string;
}

/** A number never stands alone: its range and what it means stand beside it. */
export interface ReadinessFigure {
  score: number | null;
  low: number | null;
  high: number | null;
  level: ReadinessLevel | null;
  /** Such as "High confidence: every question answered", or why there is no number. */
  confidence: string;
  /** 0..100, printed coverage. */
  coveragePercent: number;
  /** "44, capped by 2 red flags (62 without the overall cap)", or null when no cap binds. */
  capNote: string | null;
  /** How the number is worked out. */
  rule: Statement;
}

export interface LoadFigure {
  tsr: number | null;
  band: Band | null;
  /** What the band means, or why there is no number. */
  meaning: string;
  /** Uncertainty in words: how many people answers stand behind it. */
  basis: string;
  /** How the number is worked out. */
  rule: Statement;
}

export interface Situation {
  headline: string;
  /** Three sentences or fewer. */
  sentences: string[];
  /** "Close to the line.", or null. */
  closeToLine: string | null;
  /** The one decision asked for. */
  decision: string;
  /** By which rule it reads so; our judgement. */
  why: string[];
}

export interface DomainResult {
  id: DomainId;
  name: string;
  weight: number;
  /** Why it weighs that much. */
  weightWhy: Statement;
  /** null: nothing asked or everything not applicable. */
  score: number | null;
  low: number | null;
  high: number | null;
  /** "Backup & recovery: 53 (53–53)." */
  sentence: string;
  /** "{domain}: {strength}; next, {gap}". */
  headline: string;
  /** "At work: …." */
  consequence: string;
  /** The best and the lowest answer with their questions, or null when none is known. */
  strength: QuotedAnswer | null;
  gap: QuotedAnswer | null;
  /** "This domain is capped at 40 by the red flag …", or null. */
  capNote: string | null;
  answers: DomainAnswer[];
}

export interface QuotedAnswer {
  questionId: string;
  question: string;
  answer: string;
}

/** One answered question with why it is asked and what it maps to. */
export interface DomainAnswer extends QuotedAnswer {
  weight: number;
  /** 0, 35, 70, 100; 20 for unknown; null for not applicable. */
  points: number | null;
  why: Statement;
  /** Reference ids only: "CSF PR.DS-11 · CPG 3.O · CIS 11.1". */
  references: string;
  flag: boolean;
}

export interface FlagResult {
  /** "B2" or "M1+M3". */
  id: string;
  /** Which answers raise it, quoted. */
  text: string;
  /** What it does to the totals. */
  effect: string;
  recommendationId: string;
  /** First step of its recommendation. */
  firstStep: string;
}

export interface FindOut {
  questionId: string;
  question: string;
  /** "IT lead can answer." */
  whoToAsk: string;
  /** Holds the overall score. */
  holds: boolean;
}

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

/** An answer on how work is arranged, with what it counts. */
export interface PeopleAnswer extends QuotedAnswer {
  weight: number;
  /** 0..100, higher is worse; null where it is left out: not known, or does not apply. */
  risk: number | null;
}

export interface CauseBar {
  id: CauseId;
  name: string;
  /** 0..100, or null with its state. */
  risk: number | null;
  state: "scored" | "not applicable" | "not known";
  /** The answers behind it. */
  answers: PeopleAnswer[];
}

export interface PeoplePage {
  headline: string;
  /** "{cause} weighs most: {summary}.", or null. */
  weighsMost: string | null;
  causes: CauseBar[];
  signals: { risk: number | null; answers: PeopleAnswer[] };
  /** How a bar follows from its answers. */
  barRule: Statement;
  /** Rota arithmetic for this team, or null (OC1 not applicable). */
  rota: RotaFigure | null;
  ethics: Statement[];
  onCallCaveat: Statement;
  context: Statement[];
  /** Set for one or two people. */
  smallTeamNote: string | null;
}

export interface RotaFigure {
  people: number;
  /** Rows for one and two tiers; one person cannot hold two. */
  rows: { tiers: 1 | 2; weeksOnCall: string; nightsPerYear: number; tail: string }[];
  sentence: string;
  /** "Before absences. One in four is large-team practice [S02], not law." */
  caveat: Statement;
  /** Share of weeks on call, one tier, 0..1: for the drawing. */
  share: number;
}

export interface RuleLine {
  id: string;
  questionId: string;
  /** "{rule}, read {date}." with the V2 caution where it applies. */
  rule: string;
  yourAnswer: string;
  check: string;
  sourceIds: readonly string[];
  mark: Exclude<Mark, "M">;
}

export interface TroublePage {
  headline: string;
  rules: RuleLine[];
  /** Questions of the industry without a rule for this reader: "our judgement". */
  withoutRule: { questionId: string; question: string; yourAnswer: string }[];
  /** Said where rules are shown conditionally (export readers outside the US), or null. */
  readerNote: string | null;
  costFormula: string | null;
  costNote: string | null;
  /** null: nobody in-house, or the shared version. */
  exposure: Exposure | null;
  disclaimer: string;
}

/** One departure's cost, "exposure, not forecast". Amounts are strings as printed. */
export interface Exposure {
  label: string;
  /** Percent of a yearly salary, or amounts when a salary was given. */
  departure: { low: string; planning: string; high: string };
  /** Yearly exposure at general-market turnover, two significant figures; null without a salary or for one or two people. */
  yearly: { low: string; planning: string; high: string } | null;
  basis: Statement[];
}

export interface RoadmapPage {
  headline: string;
  promise: string;
  years: { year: number; name: string; infrastructure: string; team: string; proof: string }[];
  staysInHouse: Statement;
  /** The one quiet offer. */
  offer: string;
  bookingUrl: string | null;
}

export interface MethodPage {
  headline: string;
  paragraphs: Statement[];
  domains: { name: string; weight: number; questions: string }[];
  caps: { flag: string; text: string }[];
  /** Only those the report cites. */
  sources: { id: string; title: string; url: string | null; mark: Exclude<Mark, "M">; note: string }[];
  marks: string;
  mappingNote: string;
  notAsked: string;
  challenge: string;
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

export interface Report {
  version: 1;
  edition: string;
  /** "without-people" is the version to share: every statement on how the work is carried is left out. */
  variant: "full" | "without-people";
  industry: Industry;
  region: Region;
  infrastructurePeople: number;
  cover: Cover;
  readiness: ReadinessFigure;
  /** null in the shared version. */
  load: LoadFigure | null;
  situation: Situation;
  domainsHeadline: string;
  domains: DomainResult[];
  flags: FlagResult[];
  findOut: FindOut[];
  /** The two axes of the 2×2 with a reading; null when either number is missing, or in the shared version. */
  quadrant: { readiness: number; load: number; reading: string } | null;
  plan: Plan;
  /** null in the shared version and when nobody in-house runs infrastructure. */
  people: PeoplePage | null;
  trouble: TroublePage;
  roadmap: RoadmapPage;
  method: MethodPage;
  whatIf: WhatIfSummary;
  /** The capacity sentence of model B, or null in the shared version. */
  capacity: string | null;
  /** The same as data to draw, with its assumptions. */
  capacityLine: CapacityLine | null;
  /** Printed at the foot of every page; says so when shortened. */
  footer: string;
}

/** Where the three slots of a paged rendering point. */
export interface PageNumbers {
  decisionPage: number;
  planPage: number;
  offerPage: number;
}

/** Returns the text with its page slots filled in. */
export function withPages(text: string, pages: PageNumbers): string {
  return text
    .replaceAll("{decisionPage}", String(pages.decisionPage))
    .replaceAll("{planPage}", String(pages.planPage))
    .replaceAll("{offerPage}", String(pages.offerPage));
}
