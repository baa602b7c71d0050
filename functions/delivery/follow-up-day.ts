import type { Assessment, StepName } from "#functions/store/assessment-item.ts";
import { type ReaderClock, readerClock } from "#shared/follow-ups/send-window.ts";
import { type FollowUpDay, followUpDays } from "#shared/follow-ups/topics.ts";

/** Returns the name of the step that sends the mail of a day. */
export function followUpStepName(day: FollowUpDay): `follow-up-${FollowUpDay}` {
  return `follow-up-${day}`;
}

/** Returns the day of the series a step belongs to, or null for a step of another kind. */
export function followUpDayOf(name: StepName): FollowUpDay | null {
  return followUpDays.find((day) => followUpStepName(day) === name) ?? null;
}

/** Returns where the clock of this reader stands. */
export function clockOf({ timeZone, profile }: Pick<Assessment, "timeZone" | "profile">): ReaderClock {
  return readerClock(timeZone, profile.region);
}
