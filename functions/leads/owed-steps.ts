/** Which steps tell of a lead, and when they are owed. */
import { owedStep, type Step } from "#functions/store/assessment-item.ts";
import {
  type LivingEvent,
  type NoticeChannel,
  noticeStepName,
  webhookStepName,
} from "#functions/store/hand-over-steps.ts";
import type { FunnelConfig } from "#shared/funnel-config.ts";
import type { LeadLetter } from "#shared/models/lead-grade.ts";
import type { Occasion } from "#shared/sales/occasions.ts";

const hour = 3_600_000;

function channelsOf({ slack, teams }: FunnelConfig["sales"]["notices"]): NoticeChannel[] {
  return ["sales", ...(slack ? (["slack"] as const) : []), ...(teams ? (["teams"] as const) : [])];
}

/** Returns the steps with those of an occasion added; one that is there, in whatever state, is never added again. */
export function withNotices(
  steps: readonly Step[],
  { sales }: FunnelConfig,
  occasion: Occasion,
  dueAt: Date,
): Step[] {
  const owed = channelsOf(sales.notices).map((channel) => owedStep(noticeStepName(channel, occasion), dueAt));
  return [...steps, ...owed.filter(({ name }) => steps.every((step) => step.name !== name))];
}

/** Returns the steps with the response clock of a grade A lead started, where funnel.config.ts sets one. */
export function withResponseClock(
  steps: readonly Step[],
  config: FunnelConfig,
  grade: LeadLetter | null,
  now: Date,
): Step[] {
  const { responseClock } = config.sales.notices;
  if (grade !== "A" || responseClock === null) return [...steps];
  return withNotices(steps, config, "untouched", new Date(now.getTime() + responseClock.hours * hour));
}

/**
 * Returns the steps with an event owed to another system, where funnel.config.ts asks for it.
 * An event that comes again is a new message: what was not sent of the one before is in it, too.
 */
export function withWebhook(
  steps: readonly Step[],
  { webhooks }: FunnelConfig,
  event: LivingEvent,
  at: Date,
): Step[] {
  if (!webhooks.events.includes(event)) return [...steps];
  const name = webhookStepName(event);
  const before = steps.find((step) => step.name === name)?.event?.number ?? 0;
  const owed: Step = { ...owedStep(name, at), event: { number: before + 1, at: at.toISOString() } };
  return [...steps.filter((step) => step.name !== name), owed];
}
