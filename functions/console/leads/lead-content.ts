import type { ConsoleDependencies, Visitor } from "#functions/console/dependencies.ts";
import type { SalesLead } from "#functions/mail/sales-lead.ts";
import { reportOf } from "#functions/report.ts";
import { salesLead } from "#functions/sales-lead.ts";
import type { Address } from "#functions/store/addresses.ts";
import type { Assessment } from "#functions/store/assessment-item.ts";
import { listUsers } from "#functions/store/console-users.ts";
import { type LeadRecord, leadOf, type Person } from "#functions/store/lead-fields.ts";
import { type LeadRow, readLeadRows } from "#functions/store/lead-rows.ts";
import { findByMailbox } from "#functions/store/lead-search.ts";
import { privatePath } from "#functions/tokens.ts";
import type { Report } from "#shared/report/report.ts";

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
  record: LeadRecord;
  dossier: SalesLead;
  /** The version that sales may see: nothing of how the work is carried. */
  report: Report;
  reportPath: string;
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
export async function findLead({ table }: ConsoleDependencies, id: string): Promise<LeadRow | null> {
  if (!uuid.test(id)) return null;
  return (await readLeadRows(table, [id]))[0] ?? null;
}

/** Returns everything the page of a lead shows. */
export async function leadContent(
  dependencies: ConsoleDependencies,
  { assessment, address }: LeadRow,
  visitor: Visitor,
  { done = null, unsaved = null }: Partial<Pick<LeadContent, "done" | "unsaved">> = {},
): Promise<LeadContent> {
  const { table, config, secrets, now } = dependencies;
  const { addressHash } = assessment;
  const [users, same] = await Promise.all([
    listUsers(table),
    addressHash === undefined ? [] : findByMailbox(table, addressHash).then(({ rows }) => rows),
  ]);
  return {
    assessment,
    address,
    record: leadOf(assessment),
    dossier: salesLead(assessment, config),
    report: reportOf(assessment, config, "without-people"),
    reportPath: privatePath(secrets.token, assessment, "sales"),
    others: same.filter((other) => other.assessment.id !== assessment.id),
    people: users.map(({ person }) => person),
    visitor,
    now: now(),
    done,
    unsaved,
  };
}
