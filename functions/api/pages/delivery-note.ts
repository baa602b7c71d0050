import { undeliveredStep } from "#functions/delivery/undelivered.ts";
import { type Assessment, isOpen } from "#functions/store/assessment-item.ts";

const texts = {
  confirm: "We sent one mail with a button. Press it, and the report comes to that address.",
  coming: "Your report is on its way to your mailbox.",
  tomorrow: "This address has had its mails for today. The report follows tomorrow.",
  sent: "Your report is in your mailbox.",
  delayed:
    "Your report is sent, but your mail server has not taken it yet. It is tried again for some hours.",
  // The same whether it bounced, failed or is not wanted there: a stranger must not learn that about an address.
  undelivered: "The report could not be mailed to this address. Download it here instead.",
} as const;
export type DeliveryNote = keyof typeof texts;

/** Returns where the report stands. */
export function deliveryNote({ steps }: Pick<Assessment, "steps">): DeliveryNote {
  const step =
    steps.find(({ name }) => name === "report") ?? steps.find(({ name }) => name === "confirmation");
  if (step === undefined || undeliveredStep(steps) !== null) return "undelivered";
  if (step.state === "deferred") return "tomorrow";
  if (step.delayedAt !== undefined && step.deliveredAt === undefined) return "delayed";
  if (step.name === "confirmation") return "confirm";
  return isOpen(step) ? "coming" : "sent";
}

/** Returns the note as a sentence or two. */
export function deliveryText(note: DeliveryNote): string {
  return texts[note];
}
