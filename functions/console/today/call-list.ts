/** Which new leads to call first. */
import { leadOutreach } from "#functions/leads/lead-outreach.ts";
import { leadRecord } from "#functions/leads/lead-record.ts";
import type { KeySourceOptions } from "#functions/store/lead-keys.ts";
import { everyLead, listLeads } from "#functions/store/lead-list.ts";
import type { LeadRow } from "#functions/store/lead-rows.ts";
import type { Table } from "#functions/store/table.ts";
import type { LeadGrade } from "#shared/models/lead-grade.ts";
import { gradeOf, type ServedRegions } from "#shared/sales/lead-record.ts";

/** Newest leads looked at of each letter. */
const looked = 40;

/** After two weeks few remember what they sent. */
const freshMs = 14 * 86_400_000;

export interface Call {
  row: LeadRow;
  /** As the lead stands today. */
  grade: LeadGrade;
}

/** What decides the order; smaller comes first. */
function rank({ row: { assessment }, grade }: Call, now: Date): (number | string)[] {
  return [
    grade.grade,
    now.getTime() - Date.parse(assessment.createdAt) < freshMs ? 0 : 1,
    grade.outreach === "call or write" ? 0 : 1,
    -grade.total,
    -Date.parse(assessment.createdAt),
  ];
}

function inOrder(one: Call, other: Call, now: Date): number {
  const [first, second] = [rank(one, now), rank(other, now)];
  const at = first.findIndex((value, index) => value !== second[index]);
  const [value, against] = [first[at], second[at]];
  if (value === undefined || against === undefined) return 0;
  return value < against ? -1 : 1;
}

/** Said beside the list. */
export const orderText =
  "New leads graded A or B that may be contacted: by grade, the last two weeks before older ones, phone number, points and time.";

/** Returns new leads worth a call, the best first. */
export async function callList(
  table: Table,
  regions: ServedRegions,
  options: KeySourceOptions,
): Promise<Call[]> {
  const pages = await Promise.all(
    (["A", "B"] as const).map((letter) =>
      listLeads(table, { ...everyLead, statuses: ["new"], letters: [letter] }, { ...options, size: looked }),
    ),
  );
  return pages
    .flatMap(({ rows }) => rows)
    .filter(({ assessment }) => leadOutreach(assessment) !== "none")
    .map((row) => ({ row, grade: gradeOf(leadRecord(row.assessment), regions) }))
    .sort((one, other) => inOrder(one, other, options.now));
}
