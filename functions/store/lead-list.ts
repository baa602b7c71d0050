/** Pages of leads, newest first, in time that does not grow with the table. */
import { hasFailed } from "#functions/store/failed-steps.ts";
import { isHeld } from "#functions/store/held-steps.ts";
import { leadAt } from "#functions/store/lead-attributes.ts";
import {
  type KeySourceOptions,
  keySource,
  type LeadFilter,
  type Reading,
} from "#functions/store/lead-keys.ts";
import { type LeadRow, readLeadRows } from "#functions/store/lead-rows.ts";
import { salesRecordOf } from "#functions/store/sales-record.ts";
import type { Table } from "#functions/store/table.ts";

export const everyLead: LeadFilter = {
  statuses: [],
  letters: [],
  industries: [],
  owner: null,
  trouble: null,
};

export interface LeadPage {
  /** Newest first. */
  rows: LeadRow[];
  /** Where the pages beside this one begin; null at an end. */
  older: Reading | null;
  newer: Reading | null;
}

/**
 * Returns whether a lead is what a filter asks for, as it is now, suspected or not.
 * Suppressed leads have no grade to ask for.
 */
export function matchesFilter({ assessment, address }: LeadRow, filter: LeadFilter): boolean {
  const { status, profile, grade } = assessment;
  const { owner } = salesRecordOf(assessment);
  const among = <Value>(chosen: readonly Value[], value: Value) =>
    chosen.length === 0 || chosen.includes(value);
  if (filter.trouble === "failed" && !hasFailed(assessment)) return false;
  if (filter.trouble === "held" && !isHeld(assessment)) return false;
  if (!among(filter.statuses, status) || !among(filter.industries, profile.industry)) return false;
  if (filter.owner !== null && (owner?.id ?? "none") !== filter.owner) return false;
  if (filter.letters.length === 0) return true;
  return grade !== null && address.suppressed === undefined && filter.letters.includes(grade);
}

/** Suspected leads are listed only where they are asked for; a failed step is shown in any case. */
function isListed(row: LeadRow, filter: LeadFilter): boolean {
  return (filter.trouble !== null || !isHeld(row.assessment)) && matchesFilter(row, filter);
}

/** A filter that nearly nothing passes ends a page early instead of reading on and on. */
const mostReads = 12;
const readAtOnce = 100;

const idIn = (key: string) => key.slice(key.indexOf("#") + 1);

interface Gathered {
  rows: LeadRow[];
  /** The last lead looked at. */
  from: string | null;
  ended: boolean;
}

/** Yields all leads of a filter in portions, newest first; no more than one portion is in memory. */
export async function* eachLead(
  table: Table,
  filter: LeadFilter,
  options: KeySourceOptions,
): AsyncGenerator<LeadRow[]> {
  const source = keySource(table, filter, options);
  for (let from: string | null = null, ended = false; !ended; ) {
    const keys: string[] = await source({ from, towards: "older" }, readAtOnce);
    const rows = await readLeadRows(table, keys.map(idIn));
    yield rows.filter((row) => isListed(row, filter));
    from = keys.at(-1) ?? from;
    ended = keys.length < readAtOnce;
  }
}

async function gather(table: Table, filter: LeadFilter, reading: Reading, options: ListOptions) {
  const source = keySource(table, filter, options);
  const wanted = options.size + 1;
  const gathered: Gathered = { rows: [], from: reading.from, ended: false };
  for (let read = 0; read < mostReads && !gathered.ended && gathered.rows.length < wanted; read += 1) {
    const limit = read === 0 ? wanted : readAtOnce;
    const keys = await source({ ...reading, from: gathered.from }, limit);
    const rows = await readLeadRows(table, keys.map(idIn));
    gathered.rows.push(...rows.filter((row) => isListed(row, filter)));
    gathered.from = keys.at(-1) ?? gathered.from;
    gathered.ended = keys.length < limit;
  }
  return gathered;
}

export interface ListOptions extends KeySourceOptions {
  /** Most rows of a page. */
  size: number;
}

const newest: Reading = { from: null, towards: "older" };

/** Returns a page of leads; without a reading the first. */
export async function listLeads(
  table: Table,
  filter: LeadFilter,
  options: ListOptions,
  reading: Reading = newest,
): Promise<LeadPage> {
  const { rows: found, from, ended } = await gather(table, filter, reading, options);
  const rows = found.slice(0, options.size);
  const more = found.length > options.size || !ended;
  const last = rows.at(-1);
  const edge = found.length > options.size && last ? leadAt(last.assessment) : from;
  const ahead: Reading | null = more ? { from: edge, towards: reading.towards } : null;
  const first = rows[0];
  const back = (towards: Reading["towards"]): Reading | null =>
    reading.from === null || first === undefined ? null : { from: leadAt(first.assessment), towards };
  return reading.towards === "older"
    ? { rows, older: ahead, newer: back("newer") }
    : { rows: rows.reverse(), older: back("older"), newer: ahead };
}
