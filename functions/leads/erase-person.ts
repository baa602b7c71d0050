/** Erasure as the person behind a lead asks for it: everything at once, and one last mail that says so. */
import { type EraseDependencies, eraseLead } from "#functions/leads/erase-lead.ts";
import { leadsOfMailbox } from "#functions/leads/leads-of-address.ts";
import { addressKey, readAddress } from "#functions/store/addresses.ts";
import type { Assessment } from "#functions/store/assessment-item.ts";
import { addJob } from "#functions/store/jobs.ts";

export interface Erased {
  /** Assessments that were erased, this one included. */
  count: number;
  /** A last mail is on its way. */
  mailed: boolean;
}

/**
 * Erases what a reader of the mailbox asked for: every assessment sent with the address. The mail that tells them is
 * owed first, with what it is to tell of: cut off in between, whoever sends it finishes the erasure.
 * @throws TableUnavailable
 */
export async function erasePerson(dependencies: EraseDependencies, lead: Assessment): Promise<Erased> {
  const { table, secrets, now } = dependencies;
  const { email } = lead.contact;
  const address = addressKey(secrets.address, email);
  const { suppressed } = await readAddress(table, address);
  const leadIds = (await leadsOfMailbox(dependencies, lead)).map(({ id }) => id);
  const mailed = suppressed === undefined;
  if (mailed) {
    const task = { kind: "erasure-mail", email, leadIds, at: now().toISOString() } as const;
    await addJob(table, `erasure-mail-${lead.id}`, task, now());
  }
  for (const id of leadIds) await eraseLead(dependencies, id);
  return { count: leadIds.length, mailed };
}
