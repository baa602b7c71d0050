import type { Answers, CauseId, Edition, Headcount, Industry, Region } from "#shared/edition.ts";
import type { Earlier } from "#shared/progress/earlier.ts";
import type { Scorecard } from "#shared/scoring/scorecard.ts";

/** What a report says of the operator; no more, since the browser builds reports too. */
export interface ReportConfig {
  brand: { name: string };
  sales: { meetingLength: string; bookingUrl: string | null };
}

/** What a report knows of the team's pulse. */
export interface PulseInReport {
  open: boolean;
  /** Oldest first; each from five people or more. */
  published: readonly {
    edition: string;
    closedOn: string;
    causes: Readonly<Record<CauseId, number | null>>;
  }[];
}

/** Everything a report is made from. */
export interface ReportInput {
  edition: Edition;
  /** As accepted: normalized and checked against the edition. */
  answers: Answers;
  profile: {
    industry: Industry;
    infrastructurePeople: number;
    role: string;
    region: Region;
    /** null before the contact step. */
    headcount: Headcount | null;
    salary?: number | undefined;
  };
  scorecard: Scorecard;
  /** Empty before the contact step. */
  organisation: string;
  /** The day of the answers, as YYYY-MM-DD. */
  date: string;
  config: ReportConfig;
  /** What it is compared with, and the edition that was asked then; left out where nothing was measured before. */
  earlier?: { measurement: Earlier; edition: Edition } | undefined;
  /** Left out where nobody asked the team. */
  pulse?: PulseInReport | undefined;
  /** "without-people" leaves out every statement on how the work is carried. */
  variant: "full" | "without-people";
}

/** True when the report says how the work is carried: full version, and somebody in-house to carry it. */
export function showsPeople(input: ReportInput): boolean {
  return input.variant === "full" && input.profile.infrastructurePeople > 0;
}
