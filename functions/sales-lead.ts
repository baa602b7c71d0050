import { gradeOf } from "#functions/lead-grade.ts";
import type { SalesLead } from "#functions/mail/sales-lead.ts";
import type { Assessment } from "#functions/store/assessment-item.ts";
import type { FunnelConfig } from "#shared/funnel-config.ts";
import { reachOf } from "#shared/models/lead.ts";
import { openers } from "#shared/models/openers.ts";
import { doNotSay, teamLine } from "#shared/models/sales-caution.ts";
import { roleGroup, roleLabel } from "#shared/profile.ts";
import { findEdition } from "#shared/questions/index.ts";

/** Returns what sales is told about an accepted assessment. */
export function salesLead(assessment: Assessment, config: FunnelConfig): SalesLead {
  const { answers, profile, contact, scorecard } = assessment;
  const { industry, infrastructurePeople: people } = profile;
  const edition = findEdition(assessment.edition);
  const { grade, reasons, outreach } = gradeOf(assessment, reachOf(profile.region, config.sales));
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
