/** Which mails of the series a reader wants. */
import { type FollowUpDay, followUpDays } from "./topics.ts";

/** all: as asked for. fewer: every second one. again: only the one to measure again. none: no mail of the series. */
export const mailChoices = ["all", "fewer", "again", "none"] as const;
export type MailChoice = (typeof mailChoices)[number];

const days: Readonly<Record<MailChoice, readonly FollowUpDay[]>> = {
  all: followUpDays,
  fewer: [8, 90],
  again: [90],
  none: [],
};

/** Returns whether the mail of a day still goes. */
export function isWanted(choice: MailChoice, day: FollowUpDay): boolean {
  return days[choice].includes(day);
}
