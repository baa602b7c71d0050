/** Names of the steps that tell people and systems about a lead. */
import { type Occasion, occasions } from "#shared/sales/occasions.ts";
import { type WebhookEvent, webhookEvents } from "#shared/webhooks/lead-event.ts";

/** sales: by mail. */
export const noticeChannels = ["sales", "slack", "teams"] as const;
export type NoticeChannel = (typeof noticeChannels)[number];

export type NoticeStepName =
  | `${NoticeChannel}-notice`
  | `${NoticeChannel}-notice-${Exclude<Occasion, "new">}`;

/** Returns the one step that tells this channel of this occasion: the name keeps it from being told twice. */
export function noticeStepName(channel: NoticeChannel, occasion: Occasion): NoticeStepName {
  return occasion === "new" ? `${channel}-notice` : `${channel}-notice-${occasion}`;
}

const notices = occasions.flatMap((occasion) =>
  noticeChannels.map((channel) => ({ name: noticeStepName(channel, occasion), channel, occasion })),
);

/** Returns which channel a step tells of what, or null for a step that is no notice. */
export function noticeOf(stepName: string): { channel: NoticeChannel; occasion: Occasion } | null {
  return notices.find(({ name }) => name === stepName) ?? null;
}

/** Events about a lead that is still there; the last word about one that is not is a job. */
export type LivingEvent = Exclude<WebhookEvent, "lead.erased">;
type EventWord<Event> = Event extends `lead.${infer Word}` ? Word : never;
export type WebhookStepName = `webhook-${EventWord<LivingEvent>}`;

const webhooks = {
  "webhook-created": "lead.created",
  "webhook-confirmed": "lead.confirmed",
  "webhook-changed": "lead.changed",
} as const satisfies Record<WebhookStepName, WebhookEvent>;

function isWebhookStep(stepName: string): stepName is WebhookStepName {
  return stepName in webhooks;
}

/** Returns which event a step sends, or null for a step that is no webhook. */
export function webhookEventOf(stepName: string): LivingEvent | null {
  return isWebhookStep(stepName) ? webhooks[stepName] : null;
}

const webhookStepNames = Object.keys(webhooks).filter(isWebhookStep);

/** Returns the step that sends an event. */
export function webhookStepName(event: LivingEvent): WebhookStepName {
  const name = webhookStepNames.find((known) => webhooks[known] === event);
  if (name === undefined) throw new RangeError(`no step sends ${event} of ${webhookEvents.join(", ")}`);
  return name;
}

export type HandOverStepName = NoticeStepName | WebhookStepName;

/** In the order of work: people first. */
export const handOverStepNames: readonly HandOverStepName[] = [
  ...notices.map(({ name }) => name),
  ...webhookStepNames,
];
