/** Where the leads of a filter lie in the indexes, read in order from any place. */
import { QueryCommand } from "@aws-sdk/lib-dynamodb";
import { reaching } from "#functions/store/failures.ts";
import { failedList, groupKey, monthKey } from "#functions/store/lead-attributes.ts";
import { gradeGroups } from "#functions/store/lead-tally.ts";
import type { Table } from "#functions/store/table.ts";
import { groupsIndex, leadsIndex, listsIndex, ownersIndex } from "#functions/store/table-definition.ts";
import { type Industry, industries } from "#shared/edition.ts";
import type { LeadLetter } from "#shared/models/lead-grade.ts";
import { type LeadStatus, leadStatuses } from "#shared/sales/lead-status.ts";

export const letters = ["A", "B", "C", "D"] as const satisfies readonly LeadLetter[];

/** An empty list asks for nothing in particular. */
export interface LeadFilter {
  statuses: readonly LeadStatus[];
  letters: readonly LeadLetter[];
  industries: readonly Industry[];
  /** The id of a person, "none" for leads that nobody has, null for all. */
  owner: string | null;
  /** Leads with a failed step, or those held as suspected; null for all that are not held. */
  trouble: "failed" | "held" | null;
}

/** Where reading goes on: beyond this lead, or from the newest with null. */
export interface Reading {
  from: string | null;
  towards: "older" | "newer";
}

/** Returns so many keys (time and id of leads) in the order read; fewer only at the end. */
export type KeySource = (reading: Reading, limit: number) => Promise<string[]>;

interface Partition {
  index: string;
  hash: string;
  value: string;
  range: string;
}

async function readPartition(
  table: Table,
  { index, hash, value, range }: Partition,
  { from, towards }: Reading,
  limit: number,
): Promise<string[]> {
  const beyond = from === null ? "" : ` AND #range ${towards === "older" ? "<" : ">"} :from`;
  const { Items = [] } = await reaching(
    table.client.send(
      new QueryCommand({
        TableName: table.name,
        IndexName: index,
        KeyConditionExpression: `#hash = :value${beyond}`,
        ProjectionExpression: "#range",
        ExpressionAttributeNames: { "#hash": hash, "#range": range },
        ExpressionAttributeValues: { ":value": value, ...(from === null ? {} : { ":from": from }) },
        ScanIndexForward: towards === "newer",
        Limit: limit,
      }),
    ),
  );
  return Items.map((item) => String(item[range]));
}

function inOrder(keys: readonly string[], { towards }: Reading): string[] {
  const rising = [...keys].sort();
  return towards === "newer" ? rising : rising.reverse();
}

/** Reads several partitions at once and merges them: each may hold all of the next keys. */
function mergedSource(table: Table, partitions: readonly Partition[]): KeySource {
  return async (reading, limit) => {
    const lists = await Promise.all(
      partitions.map((partition) => readPartition(table, partition, reading, limit)),
    );
    return inOrder(lists.flat(), reading).slice(0, limit);
  };
}

/** Returns months as YYYY-MM from the one of `from` on, newest first or oldest first. */
function monthsFrom({ from, towards }: Reading, newest: Date, count: number): string[] {
  const month = (back: number) =>
    new Date(Date.UTC(newest.getUTCFullYear(), newest.getUTCMonth() - back, 1)).toISOString().slice(0, 7);
  const all = Array.from({ length: count }, (_, back) => month(back));
  const start = from?.slice(0, 7);
  if (towards === "newer") return all.filter((one) => start === undefined || one >= start).reverse();
  return all.filter((one) => start === undefined || one <= start);
}

/** Reads month after month; the longer nothing is found, the more of them at once. */
function monthSource(table: Table, held: boolean, now: Date, months: number): KeySource {
  const partition = (month: string): Partition => ({
    index: leadsIndex,
    hash: "leadMonth",
    value: monthKey(month, held),
    range: "leadAt",
  });
  return async (reading, limit) => {
    const waiting = monthsFrom(reading, now, months);
    const found: string[] = [];
    for (let width = 1; waiting.length > 0 && found.length < limit; width *= 2) {
      const some = waiting.splice(0, width);
      const left = limit - found.length;
      const lists = await Promise.all(
        some.map((month) => readPartition(table, partition(month), reading, left)),
      );
      found.push(...lists.flat());
    }
    return found.slice(0, limit);
  };
}

function groupsOf({ statuses, letters: wanted, industries: some, owner }: LeadFilter): string[] {
  const any = <Value>(chosen: readonly Value[], all: readonly Value[]) => (chosen.length > 0 ? chosen : all);
  return any(statuses, leadStatuses).flatMap((status) =>
    any(wanted, gradeGroups).flatMap((grade) =>
      any(some, industries).flatMap((industry) =>
        (owner === "none" ? [false] : [true, false]).map((owned) =>
          groupKey({ status, grade, industry, owned }),
        ),
      ),
    ),
  );
}

function asksForAll({ statuses, letters: wanted, industries: some, owner }: LeadFilter): boolean {
  return statuses.length + wanted.length + some.length === 0 && owner === null;
}

export interface KeySourceOptions {
  now: Date;
  /** So many months back leads may lie. */
  months: number;
}

/**
 * Returns where to read the leads of a filter: the smallest index that holds them all. It may hold others too,
 * and lags a moment behind the table; the reader checks each lead again.
 */
export function keySource(table: Table, filter: LeadFilter, { now, months }: KeySourceOptions): KeySource {
  const one = (index: string, hash: string, value: string, range: string) =>
    mergedSource(table, [{ index, hash, value, range }]);
  if (filter.trouble === "failed") return one(listsIndex, "list", failedList, "listedAt");
  if (filter.trouble === "held") return monthSource(table, true, now, months);
  if (filter.owner !== null && filter.owner !== "none")
    return one(ownersIndex, "leadOwner", filter.owner, "leadAt");
  if (asksForAll(filter)) return monthSource(table, false, now, months);
  return mergedSource(
    table,
    groupsOf(filter).map((value) => ({ index: groupsIndex, hash: "leadGroup", value, range: "leadAt" })),
  );
}
