/** What becomes of a lead when something happens to it: its grade, and whom to tell. */
import { withFormerSteps } from "#functions/delivery/former-steps.ts";
import { stepKinds } from "#functions/delivery/step-kinds.ts";
import { leadRecord } from "#functions/leads/lead-record.ts";
import { withNotices, withResponseClock, withWebhook } from "#functions/leads/owed-steps.ts";
import { type Assessment, owedStep, type Step } from "#functions/store/assessment-item.ts";
import type { AssessmentChange } from "#functions/store/assessments.ts";
import { isHeld } from "#functions/store/held-steps.ts";
import type { RecordedAction } from "#functions/store/lead-actions.ts";
import type { FunnelConfig } from "#shared/funnel-config.ts";
import type { LeadLetter } from "#shared/models/lead-grade.ts";
import { gradeOf } from "#shared/sales/lead-record.ts";
import { type LeadStatus, statusAfterBooking } from "#shared/sales/lead-status.ts";
import { isHotter } from "#shared/sales/occasions.ts";
import type { Consent, Contact } from "#shared/submission.ts";

export interface ChangeContext {
  config: FunnelConfig;
  /** The address gets no mail any more: the lead has no grade. */
  suppressed: boolean;
  now: Date;
}

function letterOf(lead: Omit<Assessment, "grade">, { config, suppressed }: ChangeContext): LeadLetter | null {
  return suppressed ? null : gradeOf(leadRecord(lead), config.sales).grade;
}

/** What is owed anew of a held lead waits with the rest of it for somebody to look. */
function alsoHeld(lead: Assessment, steps: readonly Step[]): Step[] {
  const added = (step: Step) => !lead.steps.includes(step);
  return isHeld(lead) ? steps.map((step) => (added(step) ? { ...step, state: "held" } : step)) : [...steps];
}

/** Returns a new lead with its grade and the steps that tell of it. */
export function newLead(lead: Omit<Assessment, "grade">, context: ChangeContext): Assessment {
  const { config, now } = context;
  const grade = letterOf(lead, context);
  const told = withWebhook(withNotices(lead.steps, config, "new", now), config, "lead.created", now);
  return { ...lead, grade, steps: withResponseClock(told, config, grade, now) };
}

/** Returns what an act of the prospect's own changes, or null when they did it before. */
export function afterAction(
  lead: Assessment,
  action: RecordedAction,
  context: ChangeContext,
): Pick<Assessment, "actions" | "grade" | "steps"> | null {
  if (lead.actions[action] !== undefined) return null;
  const { config, now } = context;
  const actions = { ...lead.actions, [action]: now.toISOString() };
  const grade = letterOf({ ...lead, actions }, context);
  const noticed =
    isHotter(action) && grade !== null ? withNotices(lead.steps, config, action, now) : lead.steps;
  const event = action === "confirmed" ? "lead.confirmed" : "lead.changed";
  const told = withWebhook(noticed, config, event, now);
  return { actions, grade, steps: alsoHeld(lead, withResponseClock(told, config, grade, now)) };
}

/** Returns what a booked meeting changes, follow-ups ended with it, or null when one was booked before: sales knows better what it is now. */
export function afterBooking(lead: Assessment, context: ChangeContext): AssessmentChange | null {
  const booked = afterAction(lead, "booking", context);
  if (booked === null) return null;
  const followUpsStopped = { at: context.now.toISOString(), by: "booking" };
  return { ...booked, status: statusAfterBooking(lead.status), followUpsStopped };
}

/** Returns what a new status changes, or null when it is the one the lead has. */
export function afterStatus(
  lead: Assessment,
  status: LeadStatus,
  { config, now }: Pick<ChangeContext, "config" | "now">,
): AssessmentChange | null {
  if (lead.status === status) return null;
  return { status, steps: alsoHeld(lead, withWebhook(lead.steps, config, "lead.changed", now)) };
}

/** Returns what the end of a suppression changes, or null when nothing. */
export function afterLift(
  lead: Assessment,
  { config, now }: Pick<ChangeContext, "config" | "now">,
): AssessmentChange | null {
  if (lead.grade !== null) return null;
  const grade = letterOf(lead, { config, now, suppressed: false });
  return { grade, steps: alsoHeld(lead, withWebhook(lead.steps, config, "lead.changed", now)) };
}

/** Returns what a suppression of the address changes, or null when nothing. */
export function afterSuppression(
  lead: Assessment,
  { config, now }: Pick<ChangeContext, "config" | "now">,
): AssessmentChange | null {
  if (lead.grade === null) return null;
  return { grade: null, steps: alsoHeld(lead, withWebhook(lead.steps, config, "lead.changed", now)) };
}

/**
 * What went, or was to go, to the mailbox before, and what told sales of it: none of it tells anything of the new one,
 * whose reader is asked for a series anew.
 */
const isOfMailbox = ({ name }: Step) => stepKinds[name].to === "prospect" || name === "undelivered-notice";

export interface NewMailbox {
  /** Its owner pressed the button before, for another assessment. */
  confirmed: boolean;
}

/** Links count in whole seconds: those before must differ from those to come. */
function laterThanLinks({ createdAt, linksFrom = createdAt }: Assessment, now: Date): string {
  return new Date(Math.max(now.getTime(), Date.parse(linksFrom) + 1_000)).toISOString();
}

/**
 * Returns what corrected contact details change. Another mailbox has to be proved like the first one: one mail with a
 * button goes there, and the report follows. Whoever got the mails before may still have them stopped.
 * @param mailbox null while the address leads to the same mailbox as before
 */
export function afterCorrection(
  lead: Assessment,
  contact: Contact,
  mailbox: NewMailbox | null,
  context: ChangeContext,
): AssessmentChange {
  const { config, now } = context;
  const { confirmed, ...acts } = lead.actions;
  const proved = mailbox === null ? confirmed : mailbox.confirmed ? now.toISOString() : undefined;
  const actions = { ...acts, ...(proved === undefined ? {} : { confirmed: proved }) };
  const kept =
    mailbox === null
      ? lead.steps
      : [...lead.steps.filter((step) => !isOfMailbox(step)), owedStep("confirmation", now)];
  const steps = alsoHeld(lead, withWebhook(kept, config, "lead.changed", now));
  const grade = letterOf({ ...lead, contact, actions }, context);
  return {
    contact,
    actions,
    grade,
    steps,
    ...(mailbox === null
      ? {}
      : {
          linksFrom: laterThanLinks(lead, now),
          formerSteps: withFormerSteps(lead, lead.steps.filter(isOfMailbox)),
        }),
  };
}

/** Returns what another choice of consent changes, or null when it is the one on record. */
export function afterConsent(
  lead: Assessment,
  consent: Consent,
  wording: string,
  context: ChangeContext,
): AssessmentChange | null {
  const { at: _, wording: __, ...before } = lead.consent;
  if (Object.entries(consent).every(([name, value]) => Reflect.get(before, name) === value)) return null;
  const { config, now } = context;
  const changed = { ...consent, at: now.toISOString(), wording };
  return {
    consent: changed,
    consentBefore: [...(lead.consentBefore ?? []), lead.consent],
    grade: letterOf({ ...lead, consent: changed }, context),
    steps: alsoHeld(lead, withWebhook(lead.steps, config, "lead.changed", now)),
  };
}
