/**
 * The report object: plain data with every sentence that any rendering shows.
 * PDF, result page, mails, sales notice and exports only lay it out; none of them computes.
 *
 * Two kinds of slot are left open, because only a rendering knows them: {planPage}, {offerPage} and
 * {decisionPage}. A rendering with pages fills in numbers with `withPages`, one without links instead.
 */
import type { Industry, Region } from "#shared/edition.ts";
import type { CapacityLine } from "#shared/report/capacity-line.ts";
import type { ChangePage } from "#shared/report/change-types.ts";
import type { MethodPage, PeoplePage, RoadmapPage, TroublePage } from "#shared/report/page-types.ts";
import type { Plan, WhatIfSummary } from "#shared/report/plan-types.ts";
import type {
  Cover,
  DomainResult,
  FindOut,
  FlagResult,
  LoadFigure,
  ReadinessFigure,
  Situation,
} from "#shared/report/result-types.ts";

export type * from "#shared/report/change-types.ts";
export type * from "#shared/report/page-types.ts";
export type * from "#shared/report/plan-types.ts";
export type * from "#shared/report/result-types.ts";
export type * from "#shared/report/statement.ts";

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
  /** What changed since an earlier assessment, or null. */
  change: ChangePage | null;
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

/** What the result on screen shows before anything is sent; the browser works out no more than that. */
export type ScreenReport = Pick<
  Report,
  | "cover"
  | "readiness"
  | "load"
  | "situation"
  | "domainsHeadline"
  | "domains"
  | "flags"
  | "findOut"
  | "quadrant"
  | "plan"
  | "people"
> & { method: Pick<MethodPage, "sources" | "caps"> };

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
