import { isConfirmed } from "#functions/lead-grade.ts";
import type { Assessment } from "#functions/store/assessment-item.ts";
import { leadOf } from "#functions/store/lead-fields.ts";
import { type Outreach, outreachOf as outreachOfLead } from "#shared/models/lead-grade.ts";

/** Returns how sales may reach out to a lead; whether its address is suppressed is another matter. */
export function outreachOf(assessment: Pick<Assessment, "consent" | "contact" | "steps" | "lead">): Outreach {
  return outreachOfLead({
    reportOnly: assessment.consent.reportOnly,
    phone: Boolean(assessment.contact.phone),
    actions: [...(isConfirmed(assessment) ? (["confirmed"] as const) : []), ...leadOf(assessment).actions],
  });
}
