/** The grade of a stored lead: model C over what they answered and did themselves. */
import type { Assessment } from "#functions/store/assessment-item.ts";
import { leadOf } from "#functions/store/lead-fields.ts";
import type { LeadAction, Reach } from "#shared/models/lead.ts";
import { gradeLead, type LeadGrade, type LeadLetter } from "#shared/models/lead-grade.ts";
import { leadNeed } from "#shared/models/lead-need.ts";
import { roleGroup } from "#shared/profile.ts";
import { findEdition } from "#shared/questions/index.ts";

type Graded = Pick<
  Assessment,
  "edition" | "answers" | "profile" | "consent" | "contact" | "steps" | "lead" | "status"
>;

/** Returns whether they pressed the button: a report owed after a confirmation tells. */
export function isConfirmed({ steps }: Pick<Assessment, "steps">): boolean {
  const has = (name: string) => steps.some((step) => step.name === name);
  return has("confirmation") && has("report");
}

/** What they did themselves. Opened mails and followed links are not among it. */
function actionsOf(assessment: Graded): LeadAction[] {
  return [
    ...(isConfirmed(assessment) ? (["confirmed"] as const) : []),
    ...(assessment.consent.followUps ? (["consent"] as const) : []),
    ...leadOf(assessment).actions,
  ];
}

/**
 * Returns the grade of a lead as of now. One whose address is suppressed has none: never show it.
 * @param reach for leads stored without theirs
 */
export function gradeOf(assessment: Graded, reach: Reach = "other"): LeadGrade {
  const { answers, profile, consent, contact } = assessment;
  return gradeLead({
    industry: profile.industry,
    headcount: profile.headcount,
    infrastructurePeople: profile.infrastructurePeople,
    role: roleGroup(profile.role),
    reach: leadOf(assessment).reach ?? reach,
    need: leadNeed(findEdition(assessment.edition), answers, profile),
    actions: actionsOf(assessment),
    reportOnly: consent.reportOnly,
    phone: Boolean(contact.phone),
  });
}

/** Returns the letter as it was worked out with the last change of the lead. */
export function letterOf(assessment: Graded & Pick<Assessment, "tally">): LeadLetter {
  return assessment.tally?.letter ?? gradeOf(assessment).grade;
}
