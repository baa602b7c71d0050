import { type ConsoleProblem, erasedLead, noSuchLead } from "#functions/console/console-problem.ts";
import type { ConsoleDependencies, Visitor } from "#functions/console/dependencies.ts";
import { shownDossier } from "#functions/console/leads/shown-lead.ts";
import { reportOf } from "#functions/report.ts";
import type { Address } from "#functions/store/addresses.ts";
import type { Assessment } from "#functions/store/assessment-item.ts";
import { listUsers } from "#functions/store/console-users.ts";
import { readErasure } from "#functions/store/erasures.ts";
import { type LeadRow, readLeadRows } from "#functions/store/lead-rows.ts";
import { findByMailbox } from "#functions/store/lead-search.ts";
import { type Person, type SalesRecord, salesRecordOf } from "#functions/store/sales-record.ts";
import type { Report } from "#shared/report/report.ts";
import type { Dossier } from "#shared/sales/dossier.ts";

/** What somebody wanted to store and could not, kept in the form. */
export interface Unsaved {
  /** Said first on the page. */
  message: string;
  status?: string;
  reason?: string;
  owner?: string;
  note?: string;
}

export interface LeadContent {
  assessment: Assessment;
  address: Address;
  record: SalesRecord;
  dossier: Dossier;
  /** The version that sales may see: nothing of how the work is carried. */
  report: Report;
  /** Other assessments of the same mailbox. */
  others: LeadRow[];
  people: Person[];
  visitor: Visitor;
  now: Date;
  /** What was just done, as a word of the address; null when nothing was. */
  done: string | null;
  unsaved: Unsaved | null;
}

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Returns a lead with its address, or null for an id that names none. */
export async function findLead(
  { table }: Pick<ConsoleDependencies, "table">,
  id: string,
): Promise<LeadRow | null> {
  if (!uuid.test(id)) return null;
  return (await readLeadRows(table, [id]))[0] ?? null;
}

/** Returns what is said of an id without a lead. */
export async function missingLead(
  { table }: Pick<ConsoleDependencies, "table">,
  id: string,
): Promise<ConsoleProblem> {
  const erasure = uuid.test(id) ? await readErasure(table, id) : null;
  return erasure === null ? noSuchLead() : erasedLead(erasure.erasedAt);
}

/** Returns everything the page of a lead shows. */
export async function leadContent(
  dependencies: ConsoleDependencies,
  row: LeadRow,
  visitor: Visitor,
  { done = null, unsaved = null }: Partial<Pick<LeadContent, "done" | "unsaved">> = {},
): Promise<LeadContent> {
  const { table, config, now } = dependencies;
  const { assessment, address } = row;
  const { addressHash } = assessment;
  const [users, same] = await Promise.all([
    listUsers(table),
    addressHash === undefined ? [] : findByMailbox(table, addressHash).then(({ rows }) => rows),
  ]);
  return {
    assessment,
    address,
    record: salesRecordOf(assessment),
    dossier: shownDossier(dependencies, row),
    report: reportOf(assessment, config, "without-people"),
    others: same.filter((other) => other.assessment.id !== assessment.id),
    people: users.map(({ person }) => person),
    visitor,
    now: now(),
    done,
    unsaved,
  };
}
