/** Which new leads to call first. */
import { letterOf } from "#functions/lead-grade.ts";
import { outreachOf } from "#functions/outreach.ts";
import { leadOf } from "#functions/store/lead-fields.ts";
import type { KeySourceOptions } from "#functions/store/lead-keys.ts";
import { everyLead, listLeads } from "#functions/store/lead-list.ts";
import type { LeadRow } from "#functions/store/lead-rows.ts";
import type { Table } from "#functions/store/table.ts";

/** Newest leads looked at of each letter. */
const looked = 40;

/** After two weeks few remember what they sent. */
const freshMs = 14 * 86_400_000;

/** What decides the order; smaller comes first. */
function rank({ assessment }: LeadRow, now: Date): (number | string)[] {
  const asked = leadOf(assessment).actions.includes("booking");
  return [
    asked ? 0 : 1,
    letterOf(assessment),
    now.getTime() - Date.parse(assessment.createdAt) < freshMs ? 0 : 1,
    outreachOf(assessment) === "call or write" ? 0 : 1,
    -(assessment.tally?.points ?? 0),
    -Date.parse(assessment.createdAt),
  ];
}

function inOrder(one: LeadRow, other: LeadRow, now: Date): number {
  const [first, second] = [rank(one, now), rank(other, now)];
  const at = first.findIndex((value, index) => value !== second[index]);
  const [value, against] = [first[at], second[at]];
  if (value === undefined || against === undefined) return 0;
  return value < against ? -1 : 1;
}

/** Said beside the list. */
export const orderText =
  "New leads graded A or B that may be contacted: who asked for a meeting first, then by grade, the last two weeks before older ones, phone number, points and time.";

/** Returns new leads worth a call, the best first. */
export async function callList(table: Table, options: KeySourceOptions): Promise<LeadRow[]> {
  const pages = await Promise.all(
    (["A", "B"] as const).map((letter) =>
      listLeads(table, { ...everyLead, statuses: ["new"], letters: [letter] }, { ...options, size: looked }),
    ),
  );
  return pages
    .flatMap(({ rows }) => rows)
    .filter(({ assessment }) => outreachOf(assessment) !== "none")
    .sort((one, other) => inOrder(one, other, options.now));
}
