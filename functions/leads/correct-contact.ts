/** Corrected contact details, and what follows when they name another mailbox. */
import { afterCorrection } from "#functions/leads/lead-changes.ts";
import { leadsOfAddress } from "#functions/leads/leads-of-address.ts";
import type { RecordDependencies } from "#functions/leads/record-action.ts";
import { addressKey, forgetAddress, readAddress } from "#functions/store/addresses.ts";
import { type Assessment, hasMoved } from "#functions/store/assessment-item.ts";
import { changeAssessment, readAssessment } from "#functions/store/assessments.ts";
import { noteConfirmedLead } from "#functions/store/confirmed-lead.ts";
import { isHeld } from "#functions/store/held-steps.ts";
import { disown, noteOwned } from "#functions/store/owned-assessments.ts";
import type { Contact } from "#shared/submission.ts";

/** Forgets a mailbox that no assessment is sent with any more; a suppression of it stays. */
async function leaveMailbox(
  { table, secrets, now }: RecordDependencies,
  address: string,
  id: string,
): Promise<void> {
  await disown(table, address, id);
  const others = await leadsOfAddress(table, secrets.address, address);
  if (others.length === 0) await forgetAddress(table, address, now());
}

/** Returns whether two addresses lead to one mailbox, however they are spelled. */
export function isSameMailbox({ secrets }: RecordDependencies, one: string, other: string): boolean {
  return addressKey(secrets.address, one) === addressKey(secrets.address, other);
}

/**
 * Writes corrected contact details. Returns the changed assessment, or null when it is gone, has left the mailbox it was
 * seen with, or may not be changed any more.
 * @param mayChange asked of the assessment as it is when it is written
 * @throws TableUnavailable
 */
export async function correctContact(
  dependencies: RecordDependencies,
  lead: Assessment,
  contact: Contact,
  mayChange: (current: Assessment) => boolean,
): Promise<Assessment | null> {
  const { table, secrets, config, now } = dependencies;
  const before = addressKey(secrets.address, lead.contact.email);
  const after = addressKey(secrets.address, contact.email);
  const moved = before !== after;
  if (moved) await noteOwned(table, after, lead.id, lead.expiresAt);
  const { suppressed, confirmedAt } = await readAddress(table, after);
  const context = { config, suppressed: suppressed !== undefined, now: now() };
  const mailbox = moved ? { confirmed: confirmedAt !== undefined } : null;
  const changed = await changeAssessment(table, lead.id, (current) => {
    if (hasMoved(lead, current) || !mayChange(current)) return null;
    return { ...afterCorrection(current, contact, mailbox, context), addressHash: after };
  });
  if (!moved) return changed;
  if (changed === null) {
    const current = await readAssessment(table, lead.id);
    // The same correction sent twice: the first one has brought it there.
    const isThere = current !== null && addressKey(secrets.address, current.contact.email) === after;
    if (!isThere) await leaveMailbox(dependencies, after, lead.id);
    return null;
  }
  await leaveMailbox(dependencies, before, lead.id);
  if (confirmedAt !== undefined && !isHeld(changed)) await noteConfirmedLead(table, after, lead.id);
  return changed;
}
