import type { OpenedLink } from "#functions/api/opened-link.ts";
import { undeliveredStep } from "#functions/delivery/undelivered.ts";

/**
 * Returns whether this link opens the PDF. The link of the form does only when the mail did not arrive:
 * otherwise nobody would need a mailbox to get it.
 */
export function opensPdf({ scope, assessment }: OpenedLink): boolean {
  return scope === "result" ? undeliveredStep(assessment.steps) !== null : scope !== "confirm";
}
