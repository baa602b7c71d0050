/** Finds leads by organization, name or address: the start of a word is enough. */
import { QueryCommand } from "@aws-sdk/lib-dynamodb";
import { reaching } from "#functions/store/failures.ts";
import { type LeadRow, readLeadRows } from "#functions/store/lead-rows.ts";
import { allWords, findIn, tellingWords } from "#functions/store/lead-words.ts";
import type { Table } from "#functions/store/table.ts";
import { type FindPart, findParts } from "#functions/store/table-definition.ts";

/** Looked at for each word and part; more than anybody reads through. */
const mostOfAPart = 60;
const mostFound = 100;

export interface Found {
  /** Newest first, at most 100. */
  rows: LeadRow[];
  /** False when there are more than were looked at: another word would help. */
  complete: boolean;
}

interface Entry {
  id: string;
  createdAt: string;
}

interface Candidates {
  entries: Entry[];
  complete: boolean;
}

async function queryPart(table: Table, part: FindPart, start: string): Promise<Candidates> {
  const { Items = [], LastEvaluatedKey } = await reaching(
    table.client.send(
      new QueryCommand({
        TableName: table.name,
        IndexName: part,
        KeyConditionExpression: "findIn = :in AND begins_with(#part, :start)",
        ProjectionExpression: "#part",
        ExpressionAttributeNames: { "#part": part },
        ExpressionAttributeValues: { ":in": findIn, ":start": start },
        ScanIndexForward: false,
        Limit: mostOfAPart,
      }),
    ),
  );
  const entries = Items.map((item) => {
    const [, createdAt = "", id = ""] = String(item[part]).split("#");
    return { id, createdAt };
  });
  return { entries, complete: LastEvaluatedKey === undefined };
}

/** Where too many words begin like this one, those that are just this word come first. */
async function readPart(table: Table, part: FindPart, start: string): Promise<Candidates> {
  const broad = await queryPart(table, part, start);
  if (broad.complete) return broad;
  const exact = await queryPart(table, part, `${start}#`);
  return { entries: [...exact.entries, ...broad.entries], complete: false };
}

/** Every part but the mailbox, which is a hash. */
const wordParts = findParts.filter((part) => part !== "findMailbox");

async function candidates(table: Table, parts: readonly FindPart[], start: string): Promise<Candidates> {
  const read = await Promise.all(parts.map((part) => readPart(table, part, start)));
  const entries = new Map(read.flatMap((part) => part.entries).map((entry) => [entry.id, entry]));
  return { entries: [...entries.values()], complete: read.every(({ complete }) => complete) };
}

/**
 * Returns the fewest candidates that hold everything, or else simply the fewest. A word without any is no reason to
 * end: it may be one of the words of a long name that no index holds.
 */
function narrowest(all: readonly Candidates[]): Candidates {
  const order = all
    .filter(({ entries }) => entries.length > 0)
    .sort((a, b) => Number(b.complete) - Number(a.complete) || a.entries.length - b.entries.length);
  return order[0] ?? { entries: [], complete: true };
}

function newestFirst(entries: readonly Entry[]): string[] {
  return [...entries].sort((a, b) => (a.createdAt < b.createdAt ? 1 : -1)).map(({ id }) => id);
}

function hasAll(row: LeadRow, words: readonly string[]): boolean {
  const own = allWords(row.assessment);
  return words.every((word) => own.some((one) => one.startsWith(word)));
}

async function findByWords(table: Table, words: readonly string[]): Promise<Found> {
  const { entries, complete } = narrowest(
    await Promise.all(words.map((word) => candidates(table, wordParts, word))),
  );
  const ids = newestFirst(entries);
  const rows = await readLeadRows(table, ids.slice(0, mostFound));
  return {
    rows: rows.filter((row) => hasAll(row, words)),
    complete: complete && ids.length <= mostFound,
  };
}

/** Returns the leads of a mailbox, by the keyed hash of its address. */
export async function findByMailbox(table: Table, addressHash: string): Promise<Found> {
  const { entries, complete } = await candidates(table, ["findMailbox"], `${addressHash}#`);
  return { rows: await readLeadRows(table, newestFirst(entries)), complete };
}

const wholeAddress = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/**
 * Returns the leads that have every word, each at the start of a word of theirs; an address finds its mailbox,
 * and what may be the beginning of one the leads whose address begins so.
 * @param hashOf gives the keyed hash of an address
 */
export async function findLeads(
  table: Table,
  text: string,
  hashOf: (email: string) => string,
): Promise<Found> {
  const typed = text.trim().toLowerCase();
  if (wholeAddress.test(typed)) {
    const found = await findByMailbox(table, hashOf(typed));
    if (found.rows.length > 0) return found;
  }
  if (typed.includes("@")) {
    const [local = "", domain = ""] = typed.split("@");
    if (domain !== "") {
      const { entries, complete } = await candidates(table, ["findDomain"], domain);
      const rows = await readLeadRows(table, newestFirst(entries));
      const begins = ({ assessment }: LeadRow) => assessment.contact.email.toLowerCase().startsWith(local);
      return { rows: rows.filter(begins), complete };
    }
  }
  const words = tellingWords(typed);
  return words.length === 0 ? { rows: [], complete: true } : findByWords(table, words);
}
