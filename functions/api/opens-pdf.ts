import type { OpenedLink } from "#functions/api/opened-link.ts";

/**
 * Returns whether this link opens the PDF. The link of the form does only when the mail could not be sent:
 * otherwise nobody would need a mailbox to get it.
 */
export function opensPdf({ scope, assessment }: OpenedLink): boolean {
  const mailFailed = assessment.steps.some(({ name, state }) => name === "report" && state === "failed");
  return scope === "result" ? mailFailed : scope !== "confirm";
}
