import type { Assessment } from "#functions/store/assessment-item.ts";
import { actionsDone } from "#functions/store/lead-actions.ts";
import { type Outreach, outreachOf } from "#shared/models/lead-grade.ts";

/** Returns how sales may reach out to a stored lead; whether its address is suppressed is another matter. */
export function leadOutreach({
  contact,
  consent,
  actions,
}: Pick<Assessment, "contact" | "consent" | "actions">): Outreach {
  return outreachOf({
    reportOnly: consent.reportOnly,
    phone: Boolean(contact.phone),
    actions: actionsDone(actions),
  });
}
