import { clockOf, followUpStepName } from "#functions/delivery/follow-up-day.ts";
import { type Assessment, owedStep, type Step } from "#functions/store/assessment-item.ts";
import { dueAfter, localDate, nextDayTime } from "#shared/follow-ups/send-window.ts";
import { followUpDays } from "#shared/follow-ups/topics.ts";
import type { FunnelConfig } from "#shared/funnel-config.ts";

type Lead = Pick<Assessment, "id" | "consent" | "steps" | "timeZone" | "profile" | "followUpsStopped">;

/** Returns whether the series may start for this lead: asked for, not begun, and not ended for good. */
export function mayStartFollowUps(
  { consent, steps, followUpsStopped }: Lead,
  { followUps }: FunnelConfig,
): boolean {
  const wished = consent.followUps && !consent.reportOnly && followUpsStopped === undefined;
  const asked = followUps.enabled && wished;
  return asked && steps.every(({ name }) => name !== followUpStepName(followUpDays[0]));
}

/**
 * Returns the steps of the series, counted from the moment its reader pressed the button: each in their business
 * hours, no two on one of their days.
 */
export function followUpSteps(lead: Lead, now: Date): Step[] {
  const clock = clockOf(lead);
  let before: Date | null = null;
  return followUpDays.map((day) => {
    const name = followUpStepName(day);
    const seed = `${lead.id}_${name}`;
    const planned = dueAfter(clock, now, day, seed);
    const crowded: boolean = before !== null && localDate(clock, planned) <= localDate(clock, before);
    before = crowded && before !== null ? nextDayTime(clock, before, seed) : planned;
    return owedStep(name, before);
  });
}
