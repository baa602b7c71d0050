/** The assessment as it lies in the table. */
import { z } from "zod";
import { earlierSchema } from "#functions/store/earlier-schema.ts";
import { type HandOverStepName, handOverStepNames } from "#functions/store/hand-over-steps.ts";
import { leadActionsSchema } from "#functions/store/lead-actions.ts";
import { salesRecordSchema } from "#functions/store/sales-record.ts";
import { scorecardSchema } from "#functions/store/scorecard-schema.ts";
import { leadStatuses } from "#shared/sales/lead-status.ts";
import {
  answerSchema,
  consentSchema,
  contactSchema,
  profileSchema,
  sourceSchema,
  timeZoneSchema,
} from "#shared/submission.ts";

const leadSteps = [
  "undelivered-notice",
  "follow-up-3",
  "follow-up-8",
  "follow-up-15",
  "follow-up-90",
] as const;
export type StepName = "confirmation" | "report" | HandOverStepName | (typeof leadSteps)[number];
/** In the order they are done when several are due. */
export const stepNames: readonly StepName[] = ["confirmation", "report", ...handOverStepNames, ...leadSteps];

/**
 * owed: to be done when due. sending: handed to SES, outcome not known yet. deferred: over a daily limit,
 * due again later. done: SES took the mail. bounced: SES took it and could not deliver it. failed: given up after
 * the last attempt, or refused by SES. skipped: not wanted any more. unknown: may have gone, and must not go twice.
 * held: waits for somebody to look, because the submission seems to be a program's.
 */
export const stepStates = [
  "owed",
  "sending",
  "deferred",
  "done",
  "bounced",
  "failed",
  "skipped",
  "unknown",
  "held",
] as const;
export type StepState = (typeof stepStates)[number];

const time = z.iso.datetime();

/** Why a submission seems to be a program's (functions/api/suspicion.ts). */
export const suspicions = ["trap", "too-fast", "many-for-address"] as const;
export type Suspicion = (typeof suspicions)[number];

export const stepSchema = z.object({
  name: z.enum(stepNames),
  state: z.enum(stepStates),
  /** Times it was tried. */
  attempts: z.int().min(0),
  /** Not to be done before; for `sending`, when the outcome counts as unknown. */
  dueAt: time,
  /** A short code such as "ses-throttled"; never text from a mail server, which may hold an address. */
  lastError: z.string().max(40).nullable(),
  /** Of a webhook: which of its kind about this lead, and when it happened. Told apart, none is lost while one is sent. */
  event: z.object({ number: z.int().min(1), at: time }).optional(),
  /** What SES called the mails of this step, as far as known: never more than attempts. */
  messageIds: z.array(z.string().max(200)).default([]),
  /** The recipient's server took the mail. */
  deliveredAt: time.optional(),
  /** SES keeps trying: the recipient's server has not taken the mail yet. */
  delayedAt: time.optional(),
  /** The recipient called the mail unwanted. */
  complainedAt: time.optional(),
});
export type Step = z.infer<typeof stepSchema>;

/** A step as it was when its mail was owed anew, or its mailbox was left. */
export const formerStepSchema = stepSchema.extend({
  /** Keyed hash of the prospect's mailbox it went to. */
  addressHash: z.string().optional(),
  /** From when the links in that mail count. */
  linksFrom: time.optional(),
});
export type FormerStep = z.infer<typeof formerStepSchema>;

/** What was agreed to, when, and to which words. */
export const consentRecordSchema = consentSchema.extend({ at: time, wording: z.string() });
export type ConsentRecord = z.infer<typeof consentRecordSchema>;

export const assessmentSchema = z.object({
  id: z.uuid(),
  edition: z.string(),
  answers: z.record(z.string(), answerSchema),
  profile: profileSchema,
  contact: contactSchema,
  consent: consentRecordSchema,
  /** What was agreed to before it was changed on the private page, oldest first. */
  consentBefore: z.array(consentRecordSchema).optional(),
  source: sourceSchema,
  /** Of the browser it was sent from, where follow-ups were asked for: they come in business hours there. */
  timeZone: timeZoneSchema.optional(),
  scorecard: scorecardSchema,
  /** What it is compared with: an earlier assessment of the same person, taken along whole. */
  earlier: earlierSchema.optional(),
  /** What sales made of it. */
  status: z.enum(leadStatuses),
  /** What they did themselves, and when. */
  actions: leadActionsSchema.default({}),
  /** By model C, as of their last action; null: the address gets no mail any more. */
  grade: z.enum(["A", "B", "C", "D"]).nullable().default(null),
  /** Kept when its steps are released. */
  suspected: z.object({ why: z.enum(suspicions), at: time }).optional(),
  steps: z.array(stepSchema),
  /** Oldest first. SES may still report about their mails, and whoever got one may still want no more. */
  formerSteps: z.array(formerStepSchema).optional(),
  /** Held by one worker; a lease left behind tells which step its holder died of. */
  lease: z.object({ owner: z.string(), until: time, trying: z.enum(stepNames).optional() }).nullable(),
  /** Sales ended the follow-ups. */
  followUpsStopped: z.object({ at: time, by: z.string() }).optional(),
  /** Missing until sales does something; see `salesRecordOf`. */
  sales: salesRecordSchema.optional(),
  /** Keyed hash of the mailbox: finds its other leads, and those of an address of which only the hash is known. */
  addressHash: z.string().optional(),
  createdAt: time,
  /** Somebody who reads a mailbox of it first pressed the button behind a mailed link: the form's link decides no more. */
  provedAt: time.optional(),
  /** Contact details were corrected to another mailbox then: links mailed before open nothing any more. */
  linksFrom: time.optional(),
  /** Seconds since 1970; the table deletes the item after it. */
  expiresAt: z.int(),
  /** Tells a repeated submission from another one under the same id. */
  contentHash: z.string(),
  /** Grows with every change of steps or lease, so that no writer overwrites what it has not seen. */
  revision: z.int(),
});
export type Assessment = z.infer<typeof assessmentSchema>;

const openStates: readonly StepState[] = ["owed", "sending", "deferred"];

/** Returns whether something is still to be done about a step. */
export function isOpen(step: Step): boolean {
  return openStates.includes(step.state);
}

/** Returns when a worker may next do something: not while another holds the lease; null when nothing is owed. */
export function nextDue({ steps, lease }: Pick<Assessment, "steps" | "lease">): string | null {
  const [earliest] = steps
    .filter(isOpen)
    .map(({ dueAt }) => dueAt)
    .sort();
  if (earliest === undefined) return null;
  return lease !== null && lease.until > earliest ? lease.until : earliest;
}

/** Returns whether the assessment has left its mailbox since it was seen. */
export function hasMoved(seen: Pick<Assessment, "linksFrom">, now: Pick<Assessment, "linksFrom">): boolean {
  return seen.linksFrom !== now.linksFrom;
}

/** Returns a step that is owed at once. */
export function owedStep(name: StepName, at: Date): Step {
  return { name, state: "owed", attempts: 0, dueAt: at.toISOString(), lastError: null, messageIds: [] };
}
