import { type Assessment, isOpen } from "#functions/store/assessment-item.ts";
import type { Scope } from "#functions/tokens.ts";
import type { FunnelConfig } from "#shared/funnel-config.ts";

const askAgain = (replyTo: string) =>
  `Nothing there by tomorrow? Look among the spam, or write to ${replyTo}: a person reads that and sends the report.`;

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
  stopped: () => "This address asked for no more mail, so no report was sent.",
  enough: (replyTo: string) =>
    `This address has had all the mails it may get for now, so this report was not mailed. Write to ${replyTo} and a person sends it.`,
  failed: () => "The mail could not be sent. Download your report here instead.",
} as const;
export type DeliveryNote = keyof typeof texts;

/** Returns where the report stands, as far as a link of this scope may know. */
export function deliveryNote({ steps }: Pick<Assessment, "steps">, scope: Scope): DeliveryNote {
  const step =
    steps.find(({ name }) => name === "report") ?? steps.find(({ name }) => name === "confirmation");
  if (step === undefined || step.state === "failed") return "failed";
  if (step.state === "skipped") return step.lastError === "over-limit" ? "enough" : "stopped";
  if (step.state === "deferred") return "tomorrow";
  if (scope === "result") return step.name === "confirmation" ? "askedFirst" : "asked";
  return isOpen(step) ? "coming" : "sent";
}

/** Returns the note in a sentence or a few. */
export function deliveryText(note: DeliveryNote, { mail }: Pick<FunnelConfig, "mail">): string {
  return texts[note](mail.replyTo);
}
