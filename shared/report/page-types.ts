/** How the work is carried, rules and costs, the five years, the method. */
import type { CauseId, Mark } from "#shared/edition.ts";
import type { QuotedAnswer, Statement } from "#shared/report/statement.ts";

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
  /** null: no pulse has published anything. */
  team: TeamView | null;
}

export interface TeamRow {
  id: CauseId;
  name: string;
  /** 0..100 by the manager's answers to the same questions; null where one is open. */
  manager: number | null;
  /** In tens, 10 to 90; null: not shown. */
  team: number | null;
  /** "about 40", "10 or less", "–". */
  teamText: string;
  /** The same a quarter before, or null. */
  beforeText: string | null;
  /** What the two numbers say together. */
  gap: string;
  /** They are far enough apart to be talked about. */
  apart: boolean;
}

/** What a pulse of five or more said, once it had ended. */
export interface TeamView {
  headline: string;
  closedOn: string;
  rows: TeamRow[];
  notes: string[];
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
