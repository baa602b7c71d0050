import { leadRecord } from "#functions/leads/lead-record.ts";
import type { Assessment, Step } from "#functions/store/assessment-item.ts";
import { type LivingEvent, webhookEventOf } from "#functions/store/hand-over-steps.ts";
import type { SignedMessage } from "#functions/webhooks/signature.ts";
import type { FunnelConfig } from "#shared/funnel-config.ts";
import { type LeadEvent, webhookVersion } from "#shared/webhooks/lead-event.ts";
import { webhookLead } from "#shared/webhooks/webhook-lead.ts";

/** A full stop separates what is signed, so an id holds none. */
const messageId = (leadId: string, event: string, number: number) =>
  `${leadId}_${event.replace("lead.", "")}_${number}`;

export interface LeadMessageInput {
  assessment: Assessment;
  step: Step;
  config: FunnelConfig;
  reportUrl: string;
}

function eventOf(type: LivingEvent, input: LeadMessageInput, at: string): LeadEvent {
  const { assessment, config, reportUrl } = input;
  const { id, createdAt, status, grade, source } = assessment;
  const data = webhookLead({
    id,
    createdAt,
    status,
    suppressed: grade === null,
    record: leadRecord(assessment),
    source: {
      page: source.page,
      utm_source: source.utm_source,
      utm_medium: source.utm_medium,
      utm_campaign: source.utm_campaign,
    },
    regions: config.sales,
    reportUrl,
  });
  return { type, version: webhookVersion, timestamp: at, data };
}

/**
 * Returns the message of a webhook step, with the lead as it is now.
 * @throws RangeError for a step that is no webhook
 */
export function leadMessage(input: LeadMessageInput): SignedMessage {
  const { assessment, step } = input;
  const type = webhookEventOf(step.name);
  if (type === null) throw new RangeError(`${step.name} sends no webhook`);
  const { number, at } = step.event ?? { number: 1, at: assessment.createdAt };
  return { id: messageId(assessment.id, type, number), body: JSON.stringify(eventOf(type, input, at)) };
}

/** Returns the last message about a lead: nothing of it but its id. */
export function erasedMessage(leadId: string, at: string): SignedMessage {
  const event: LeadEvent = {
    type: "lead.erased",
    version: webhookVersion,
    timestamp: at,
    data: { id: leadId },
  };
  return { id: messageId(leadId, event.type, 1), body: JSON.stringify(event) };
}
