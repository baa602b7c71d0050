import type { SalesLead } from "#functions/mail/sales-lead.ts";
import type { Assessment } from "#functions/store/assessment-item.ts";
import type { FunnelConfig } from "#shared/funnel-config.ts";
import { type LeadAction, reachOf } from "#shared/models/lead.ts";
import { gradeLead, type LeadGrade } from "#shared/models/lead-grade.ts";
import { leadNeed } from "#shared/models/lead-need.ts";
import { openers } from "#shared/models/openers.ts";
import { doNotSay, teamLine } from "#shared/models/sales-caution.ts";
import { roleGroup, roleLabel } from "#shared/profile.ts";
import { findEdition } from "#shared/questions/index.ts";

/** What they did themselves; a report owed after a confirmation tells that the button was pressed. */
function actionsOf({ steps, consent }: Assessment): LeadAction[] {
  const has = (name: string) => steps.some((step) => step.name === name);
  const confirmed = has("confirmation") && has("report");
  return [
    ...(confirmed ? (["confirmed"] as const) : []),
    ...(consent.followUps ? (["consent"] as const) : []),
  ];
}

function gradeOf(assessment: Assessment, config: FunnelConfig): LeadGrade {
  const { answers, profile, consent, contact } = assessment;
  return gradeLead({
    industry: profile.industry,
    headcount: profile.headcount,
    infrastructurePeople: profile.infrastructurePeople,
    role: roleGroup(profile.role),
    reach: reachOf(profile.region, config.sales),
    need: leadNeed(findEdition(assessment.edition), answers, profile),
    actions: actionsOf(assessment),
    reportOnly: consent.reportOnly,
    phone: Boolean(contact.phone),
  });
}

/** Returns what sales is told about an accepted assessment. */
export function salesLead(assessment: Assessment, config: FunnelConfig): SalesLead {
  const { answers, profile, contact, scorecard } = assessment;
  const { industry, infrastructurePeople: people } = profile;
  const edition = findEdition(assessment.edition);
  const { grade, reasons, outreach } = gradeOf(assessment, config);
  const team = teamLine(people, scorecard.band);
  return {
    letter: grade,
    organisation: contact.organisation,
    name: contact.name || undefined,
    role: roleLabel(profile.role),
    industry: edition.industries.find(({ id }) => id === industry)?.name ?? industry,
    email: contact.email,
    phone: contact.phone || undefined,
    outreach,
    reasons,
    openers: openers(edition, answers, profile).map(({ questionId, fact, ask }) => ({
      questionId,
      fact,
      question: ask,
    })),
    notToSay: doNotSay({ industry, infrastructurePeople: people, role: roleGroup(profile.role), scorecard })
      .text,
    team: people === 0 ? team.text : `${people} · ${team.text}`,
    tact: team.tact,
  };
}
