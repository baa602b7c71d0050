import { type Assessment, isOpen } from "#functions/store/assessment-item.ts";

const texts = {
  confirm: "We sent one mail with a button. Press it, and the report comes to that address.",
  coming: "Your report is on its way to your mailbox.",
  tomorrow: "This address has had its mails for today. The report follows tomorrow.",
  sent: "Your report is in your mailbox.",
  stopped: "This address asked for no more mail, so no report was sent.",
  failed: "The mail could not be sent. Download your report here instead.",
} as const;
export type DeliveryNote = keyof typeof texts;

/** Returns where the report stands. */
export function deliveryNote({ steps }: Pick<Assessment, "steps">): DeliveryNote {
  const step =
    steps.find(({ name }) => name === "report") ?? steps.find(({ name }) => name === "confirmation");
  if (step === undefined || step.state === "failed") return "failed";
  if (step.state === "skipped") return "stopped";
  if (step.state === "deferred") return "tomorrow";
  if (step.name === "confirmation") return "confirm";
  return isOpen(step) ? "coming" : "sent";
}

/** Returns the note as a sentence or two. */
export function deliveryText(note: DeliveryNote): string {
  return texts[note];
}
