import type { ApiDependencies } from "#functions/api/dependencies.ts";
import { seriesOf } from "#functions/api/mail-choices.ts";
import type { OpenedLink } from "#functions/api/opened-link.ts";
import { plannedMails } from "#functions/api/pages/mail-choice-page.tsx";
import { followUpDayOf } from "#functions/delivery/follow-up-day.ts";
import { addressKey } from "#functions/store/addresses.ts";

/** Returns whether the series has begun. */
export function hasFollowUps({ assessment }: Pick<OpenedLink, "assessment">): boolean {
  return assessment.steps.some(({ name }) => followUpDayOf(name) !== null);
}

/** Says when the next checklist comes, to whoever reads the mailbox; empty where none does. */
export async function nextChecklist(link: OpenedLink, dependencies: ApiDependencies): Promise<string> {
  const { scope, assessment } = link;
  if (scope !== "report" || !hasFollowUps(link)) return "";
  const { address } = dependencies.secrets;
  const series = await seriesOf(dependencies, addressKey(address, assessment.contact.email));
  const next =
    series.lead?.id === assessment.id && plannedMails(series).find(({ becomes }) => becomes === "comes");
  return next ? ` The next checklist comes on ${next.on}.` : "";
}
