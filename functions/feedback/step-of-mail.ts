/** Which step of an assessment a mail belongs to. */
import { stepKinds } from "#functions/delivery/step-kinds.ts";
import type { Feedback } from "#functions/feedback/ses-event.ts";
import type { Assessment, FormerStep, Step } from "#functions/store/assessment-item.ts";

export interface MailOfStep {
  step: Step;
  /** Its mail was owed anew since, or the assessment left the mailbox. */
  former: boolean;
  /** Keyed hash of the prospect's mailbox it went to; null for a mail to sales, or where that is not known. */
  addressHash: string | null;
}

/**
 * Returns the step that has sent a mail, or null where none of this assessment can have: it is known by its id, or it
 * is one of those tries whose answer never came, to the mailbox that the try was for.
 * @param hashOf the keyed hash of an address
 */
export function stepOfMail(
  { steps, formerSteps = [], contact }: Pick<Assessment, "steps" | "formerSteps" | "contact">,
  { step: reference, messageId, destination }: Feedback,
  hashOf: (email: string) => string,
): MailOfStep | null {
  if (reference === "erasure") return null;
  const toProspect = stepKinds[reference.name].to === "prospect";
  const present = (step: Step): MailOfStep => {
    return { step, former: false, addressHash: toProspect ? hashOf(contact.email) : null };
  };
  const past = (step: FormerStep): MailOfStep => {
    return { step, former: true, addressHash: step.addressHash ?? null };
  };
  const all = [...steps.map(present), ...formerSteps.map(past)].filter(
    ({ step }) => step.name === reference.name,
  );
  const known = all.find(({ step }) => step.messageIds.includes(messageId));
  if (known !== undefined) return known;
  const [recipient, ...others] = destination;
  const went = ({ addressHash }: MailOfStep) =>
    addressHash === null ||
    (recipient !== undefined && others.length === 0 && hashOf(recipient) === addressHash);
  return all.find((one) => one.step.messageIds.length < one.step.attempts && went(one)) ?? null;
}
