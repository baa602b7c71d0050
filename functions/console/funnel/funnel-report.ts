/** The funnel of some days as numbers, ready to be drawn and printed. */
import { countedCampaign } from "#functions/api/counted-event.ts";
import { readCounters } from "#functions/store/counters.ts";
import { contactEdges, type LeadDayRow, readLeadDays } from "#functions/store/lead-days.ts";
import { type GradeGroup, gradeGroups } from "#functions/store/lead-tally.ts";
import type { Table } from "#functions/store/table.ts";
import { currentEdition } from "#shared/questions/index.ts";

export interface Stage {
  id: string;
  text: string;
  count: number;
  /** Share lost since the stage before, 0..1; null for the first, and where it cannot be said. */
  lost: number | null;
}

/** What one page or campaign brought. */
export interface SourceRow {
  name: string;
  views: number;
  starts: number;
  submitted: number;
  confirmed: number;
  booked: number;
  won: number;
}

/** How often something happened; the campaign is empty where there was none. */
interface FunnelCount {
  event: string;
  page: string;
  campaign: string;
  count: number;
}

export interface WaitRow {
  grade: GradeGroup;
  /** Leads first contacted within each edge of `contactEdges`. */
  waited: number[];
  untouched: number;
}

export interface FunnelReport {
  stages: Stage[];
  byPage: SourceRow[];
  byCampaign: SourceRow[];
  grades: { grade: GradeGroup; count: number }[];
  waits: WaitRow[];
}

/** Narrows to visits that began on a page, or came by a campaign; null for all. */
export interface FunnelFilter {
  page: string | null;
  campaign: string | null;
}

/** Days that can be looked at. */
export const periods = [7, 30, 90, 365] as const;
export type Period = (typeof periods)[number];

const steps: readonly { id: string; text: string }[] = [
  { id: "profile", text: "Step: about you" },
  ...currentEdition.sections
    .filter(({ path }) => path === "core")
    .map(({ id, title }) => ({ id, text: `Step: ${title}` })),
  { id: "result", text: "Step: result" },
  { id: "contact", text: "Step: contact" },
];

const sum = <Item>(items: readonly Item[], of: (item: Item) => number) =>
  items.reduce((total, item) => total + of(item), 0);

function stagesOf(counts: readonly FunnelCount[], rows: readonly LeadDayRow[]): Stage[] {
  const happened = (event: string) => sum(counts, (one) => (one.event === event ? one.count : 0));
  const all = [
    { id: "view", text: "Pages viewed", count: happened("view") },
    { id: "start", text: "Assessment started", count: happened("start") },
    ...steps.map(({ id, text }) => ({ id, text, count: happened(`step ${id}`) })),
    { id: "submitted", text: "Submitted", count: sum(rows, ({ submitted }) => submitted) },
    { id: "confirmed", text: "Address confirmed", count: sum(rows, ({ confirmed }) => confirmed) },
    { id: "booked", text: "Meeting booked", count: sum(rows, ({ booked }) => booked) },
    { id: "won", text: "Won", count: sum(rows, ({ won }) => won) },
  ];
  return all.map((stage, at) => {
    const before = all[at - 1]?.count ?? 0;
    return { ...stage, lost: before === 0 || stage.count > before ? null : 1 - stage.count / before };
  });
}

function sourceRows(
  counts: readonly FunnelCount[],
  rows: readonly LeadDayRow[],
  nameOf: (one: { page: string; campaign: string }) => string,
): SourceRow[] {
  const names = new Set([...counts, ...rows].map(nameOf));
  return [...names]
    .map((name) => {
      const own = rows.filter((row) => nameOf(row) === name);
      const happened = (event: string) =>
        sum(counts, (one) => (one.event === event && nameOf(one) === name ? one.count : 0));
      return {
        name,
        views: happened("view"),
        starts: happened("start"),
        submitted: sum(own, ({ submitted }) => submitted),
        confirmed: sum(own, ({ confirmed }) => confirmed),
        booked: sum(own, ({ booked }) => booked),
        won: sum(own, ({ won }) => won),
      };
    })
    .sort(
      (a, b) =>
        b.won - a.won ||
        b.booked - a.booked ||
        b.submitted - a.submitted ||
        b.views - a.views ||
        a.name.localeCompare(b.name, "en"),
    );
}

function waitsOf(rows: readonly LeadDayRow[]): WaitRow[] {
  return gradeGroups.map((grade) => {
    const own = rows.filter((row) => row.grade === grade);
    return {
      grade,
      waited: contactEdges.map((_, at) => sum(own, ({ waited }) => waited[at] ?? 0)),
      untouched: sum(own, ({ submitted, contacted }) => submitted - contacted),
    };
  });
}

/** A page comes from a field that anybody may send. */
function plainPage(page: string): string {
  const path = page.length > 1 ? page.replace(/\/$/, "") : page;
  return /^\/[\w/-]{0,60}$/.test(path) ? path : "other";
}

async function countsOf(table: Table, days: readonly string[]): Promise<FunnelCount[]> {
  const [first = "", last = first] = [days.at(0), days.at(-1)];
  const counted = await readCounters(table, new Date(first), new Date(last));
  return counted.flatMap(({ counts }) =>
    counts.map(({ campaign, ...count }) => ({ ...count, campaign: campaign ?? "" })),
  );
}

/** Returns so many UTC days as YYYY-MM-DD, today last. */
export function lastDays(now: Date, count: number): string[] {
  return Array.from({ length: count }, (_, at) =>
    new Date(now.getTime() - (count - 1 - at) * 86_400_000).toISOString().slice(0, 10),
  );
}

/** Returns the funnel of these days: leads count on the day they came, whatever became of them later. */
export async function funnelReport(
  table: Table,
  days: readonly string[],
  filter: FunnelFilter,
  now: Date,
): Promise<FunnelReport> {
  const [allCounts, allRows] = await Promise.all([countsOf(table, days), readLeadDays(table, days, now)]);
  const rows = allRows.map((row) => ({
    ...row,
    page: plainPage(row.page),
    campaign: countedCampaign(row.campaign) ?? "",
  }));
  const wanted = ({ page, campaign }: { page: string; campaign: string }) =>
    (filter.page === null || page === filter.page) &&
    (filter.campaign === null || campaign === filter.campaign);
  const chosen = rows.filter(wanted);
  return {
    stages: stagesOf(allCounts.filter(wanted), chosen),
    byPage: sourceRows(allCounts, rows, ({ page }) => page),
    byCampaign: sourceRows(allCounts, rows, ({ campaign }) => campaign),
    grades: gradeGroups.map((grade) => ({
      grade,
      count: sum(chosen, (row) => (row.grade === grade ? row.submitted : 0)),
    })),
    waits: waitsOf(chosen),
  };
}
