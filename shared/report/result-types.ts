/** The two numbers, the situation they make, and the domains behind them. */
import type { DomainId } from "#shared/edition.ts";
import type { QuotedAnswer, Statement } from "#shared/report/statement.ts";
import type { Band, ReadinessLevel } from "#shared/scoring/scorecard.ts";

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
