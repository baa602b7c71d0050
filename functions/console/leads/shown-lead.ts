/** What of a lead depends on its address as well: a suppressed one has no grade and no way to reach it. */
import type { ConsoleDependencies } from "#functions/console/dependencies.ts";
import { noticeLinks } from "#functions/delivery/step-links.ts";
import { leadOutreach } from "#functions/leads/lead-outreach.ts";
import { leadDossier } from "#functions/notices/lead-dossier.ts";
import type { LeadRow } from "#functions/store/lead-rows.ts";
import type { LeadLetter, Outreach } from "#shared/models/lead-grade.ts";
import type { Dossier } from "#shared/sales/dossier.ts";

/** Returns the letter to show; null for a suppressed address, whichever of its leads it was suppressed by. */
export function shownGrade({ assessment, address }: LeadRow): LeadLetter | null {
  return address.suppressed === undefined ? assessment.grade : null;
}

/** Returns how the lead may be reached. */
export function shownOutreach({ assessment, address }: LeadRow): Outreach {
  return address.suppressed === undefined ? leadOutreach(assessment) : "none";
}

/** Returns what to know before a call: the same as in the sales notice. */
export function shownDossier(
  { config, siteUrl, secrets, now }: Pick<ConsoleDependencies, "config" | "siteUrl" | "secrets" | "now">,
  row: LeadRow,
): Dossier {
  const assessment = { ...row.assessment, grade: shownGrade(row) };
  const links = noticeLinks({ siteUrl, tokenSecret: secrets.token }, assessment);
  return leadDossier({ assessment, occasion: "new", config, links, now: now() });
}
