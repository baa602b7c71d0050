/** The address of a list of leads: filters in plain words, everything about a person sealed. */
import { z } from "zod";
import { type LeadFilter, letters } from "#functions/store/lead-keys.ts";
import { type Industry, industries } from "#shared/edition.ts";
import type { LeadLetter } from "#shared/models/lead-grade.ts";
import { type LeadStatus, leadStatuses, openStatuses } from "#shared/sales/lead-status.ts";

const choice = <Value extends string>(values: readonly [Value, ...Value[]]) =>
  z.enum(values).nullable().catch(null);

const querySchema = z.object({
  status: choice(["open", ...leadStatuses]),
  grade: choice(["AB", ...letters]),
  industry: choice(industries),
  /** "me", "none" or the id of a person. */
  owner: z
    .string()
    .regex(/^[\w-]{2,40}$/)
    .nullable()
    .catch(null),
  trouble: choice(["failed", "held"]),
  /** Sealed search. */
  find: z.string().max(2_000).nullable().catch(null),
  /** Sealed place in the list. */
  at: z.string().max(2_000).nullable().catch(null),
});
export type ListQuery = z.infer<typeof querySchema>;

/** Returns the query; what is not understood counts as not asked. */
export function parseListQuery(given: Readonly<Record<string, unknown>>): ListQuery {
  const names = Object.keys(querySchema.shape);
  return querySchema.parse(Object.fromEntries(names.map((name) => [name, given[name] ?? null])));
}

/** Returns the query as it stands behind the question mark; without what is not asked. */
export function listQueryText(query: Partial<ListQuery>): string {
  const given = Object.entries(query).flatMap(([name, value]) => (value ? [[name, value]] : []));
  return new URLSearchParams(given).toString();
}

/** Returns the address of the list. */
export function listPath(query: Partial<ListQuery>): string {
  const text = listQueryText(query);
  return text === "" ? "/console/leads" : `/console/leads?${text}`;
}

const gradeLetters: Record<NonNullable<ListQuery["grade"]>, readonly LeadLetter[]> = {
  AB: ["A", "B"],
  A: ["A"],
  B: ["B"],
  C: ["C"],
  D: ["D"],
};

function statusesOf(status: ListQuery["status"]): readonly LeadStatus[] {
  if (status === null) return [];
  return status === "open" ? openStatuses : [status];
}

/** Returns the filter a query stands for. @param me id of whoever asks */
export function filterOf({ status, grade, industry, owner, trouble }: ListQuery, me: string): LeadFilter {
  return {
    statuses: statusesOf(status),
    letters: grade === null ? [] : gradeLetters[grade],
    industries: industry === null ? [] : [industry satisfies Industry],
    owner: owner === "me" ? me : owner,
    trouble,
  };
}

export interface BuiltInView {
  name: string;
  query: Partial<ListQuery>;
}

/** What most people look for most days. */
export const builtInViews: readonly BuiltInView[] = [
  { name: "All", query: {} },
  { name: "New, A and B", query: { status: "new", grade: "AB" } },
  { name: "Mine, open", query: { status: "open", owner: "me" } },
  { name: "Unassigned, new", query: { status: "new", owner: "none" } },
  { name: "Booked", query: { status: "booked" } },
  { name: "Held", query: { trouble: "held" } },
];
