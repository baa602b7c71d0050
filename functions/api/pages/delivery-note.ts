import { undeliveredStep } from "#functions/delivery/undelivered.ts";
import { type Assessment, isOpen } from "#functions/store/assessment-item.ts";
import type { Scope } from "#functions/tokens.ts";
import type { FunnelConfig } from "#shared/funnel-config.ts";

const askAgain = (replyTo: string) =>
  `Nothing there by tomorrow? Look in the spam folder, or write to ${replyTo}.`;

const texts = {
  /**
   * Said to whoever sent the form, from the first moment and whatever became of the mail since: a submission that is
   * held shows the same page as any other, and a person held by mistake reads what to do.
   */
  asked: (replyTo: string) => `The report goes by mail to the address you gave. ${askAgain(replyTo)}`,
  askedFirst: (replyTo: string) =>
    `One mail goes to the address you gave. Press the button behind its link, and the report follows. ${askAgain(replyTo)}`,
  coming: () => "Your report is on its way to your mailbox.",
  tomorrow: () => "This address has had its mails for today. The report follows tomorrow.",
  sent: () => "Your report is in your mailbox.",
  delayed: () =>
    "Your report is sent, but your mail server has not taken it yet. It is tried again for some hours.",
  // The same whether it bounced, failed or is not wanted there: a stranger must not learn that about an address.
  undelivered: () => "The report could not be mailed to this address. Download it here instead.",
} as const;
export type DeliveryNote = keyof typeof texts;

const asksFirst = (steps: Assessment["steps"]) => steps.some(({ name }) => name === "confirmation");

/** Returns where the report stands, as far as a link of this scope may know. */
export function deliveryNote({ steps }: Pick<Assessment, "steps">, scope: Scope): DeliveryNote {
  const step =
    steps.find(({ name }) => name === "report") ?? steps.find(({ name }) => name === "confirmation");
  if (step === undefined || undeliveredStep(steps) !== null) return "undelivered";
  if (step.delayedAt !== undefined && step.deliveredAt === undefined) return "delayed";
  // The same for an address that is known, or has had its mail today: whoever sent the form must not learn that.
  if (scope === "result") return asksFirst(steps) ? "askedFirst" : "asked";
  if (step.state === "deferred") return "tomorrow";
  return isOpen(step) ? "coming" : "sent";
}

/** Returns the note in a sentence or a few. */
export function deliveryText(note: DeliveryNote, { mail }: Pick<FunnelConfig, "mail">): string {
  return texts[note](mail.replyTo);
}
