/** What each change by sales makes of a lead; pure, so that it can be tried again when somebody wrote in between. */
import { withFormerSteps } from "#functions/delivery/former-steps.ts";
import { afterRepeat } from "#functions/delivery/repeat-step.ts";
import type { LeadEdit } from "#functions/leads/change-lead.ts";
import {
  afterLift,
  afterStatus,
  afterSuppression,
  type ChangeContext,
} from "#functions/leads/lead-changes.ts";
import { type Assessment, isOpen, owedStep, type StepName } from "#functions/store/assessment-item.ts";
import { releasedSteps } from "#functions/store/held-steps.ts";
import { type Note, type Person, salesRecordOf } from "#functions/store/sales-record.ts";
import type { LeadStatus, LossReason } from "#shared/sales/lead-status.ts";

const inTouch: readonly LeadStatus[] = ["contacted", "qualified", "booked", "won"];
const met: readonly LeadStatus[] = ["booked", "won"];
/** Whoever is here wants no more reminders to be in touch. */
const followUpsEnd: readonly LeadStatus[] = ["booked", "won", "lost"];

/** Who changes something, and what it depends on. */
export interface EditContext extends Pick<ChangeContext, "config" | "now"> {
  by: Person;
}

export interface StatusChoice {
  status: LeadStatus;
  /** Kept with "lost" only. */
  reason: LossReason | null;
}

/** Sets the status, and with "lost" the reason. A booked, won or lost lead gets no more follow-ups. */
export function setStatus(
  assessment: Assessment,
  { status, reason }: StatusChoice,
  context: EditContext,
): LeadEdit | null {
  const record = salesRecordOf(assessment);
  const lossReason = status === "lost" ? reason : null;
  if (assessment.status === status && record.lossReason === lossReason) return null;
  const now = context.now.toISOString();
  const word = (one: LeadStatus, why: LossReason | null) => (why === null ? one : `${one}: ${why}`);
  const stopped = assessment.followUpsStopped ?? { at: now, by: context.by.id };
  return {
    what: "status",
    from: word(assessment.status, record.lossReason),
    to: word(status, lossReason),
    sales: {
      lossReason,
      firstContactAt: record.firstContactAt ?? (inTouch.includes(status) ? now : null),
      bookedAt: record.bookedAt ?? (met.includes(status) ? now : null),
    },
    assessment: {
      ...afterStatus(assessment, status, context),
      ...(followUpsEnd.includes(status) ? { followUpsStopped: stopped } : {}),
    },
  };
}

/** Gives the lead to somebody, or to nobody. */
export function setOwner(assessment: Assessment, owner: Person | null): LeadEdit | null {
  const before = salesRecordOf(assessment).owner;
  if (before?.id === owner?.id) return null;
  return { what: "owner", from: before?.name ?? null, to: owner?.name ?? null, sales: { owner } };
}

/** A lead holds so many notes; together they stay far below the size of an item. */
export const mostNotes = 100;

/** Adds a note, or returns null when the lead is full of them. */
export function addNote(assessment: Assessment, note: Note): LeadEdit | null {
  const { notes } = salesRecordOf(assessment);
  if (notes.length >= mostNotes) return null;
  return { what: "note", from: null, to: null, sales: { notes: [...notes, note] } };
}

/** Has the report mailed once more: the confirmation where nobody has confirmed yet. Null while it is on its way. */
export function resendReport(assessment: Assessment, at: Date): LeadEdit | null {
  const { steps } = assessment;
  const step =
    steps.find(({ name }) => name === "report") ?? steps.find(({ name }) => name === "confirmation");
  if (step === undefined || isOpen(step) || step.state === "held") return null;
  const again = owedStep(step.name, at);
  return {
    what: "resent",
    from: null,
    to: step.name,
    assessment: {
      steps: steps.map((one) => (one === step ? again : one)),
      formerSteps: withFormerSteps(assessment, [step]),
    },
  };
}

/** Has a notice or a webhook done once more. */
export function repeatStep(assessment: Assessment, name: StepName, at: Date): LeadEdit | null {
  const repeated = afterRepeat(assessment, name, at);
  return repeated === null ? null : { what: "repeated", from: null, to: name, assessment: repeated };
}

/** Stops what is still to come of the follow-ups. */
export function stopFollowUps({ followUpsStopped }: Assessment, { by, now }: EditContext): LeadEdit | null {
  if (followUpsStopped !== undefined) return null;
  return {
    what: "follow-ups stopped",
    from: null,
    to: null,
    assessment: { followUpsStopped: { at: now.toISOString(), by: by.id } },
  };
}

/** Notes that the address was suppressed, which lies in an item of its own; the lead loses its grade. */
export function noteSuppression(assessment: Assessment, context: EditContext): LeadEdit {
  return { what: "suppressed", from: null, to: "asked", assessment: afterSuppression(assessment, context) };
}

/** Notes that mail may go to the address again; the lead gets its grade back. */
export function noteLift(assessment: Assessment, context: EditContext): LeadEdit {
  return { what: "suppression lifted", from: null, to: null, assessment: afterLift(assessment, context) };
}

/** Lets a held lead go on like any other, or returns null when it is not held. */
export function release(assessment: Assessment, now: Date): LeadEdit | null {
  const steps = releasedSteps(assessment, now);
  if (steps === null) return null;
  return { what: "released", from: assessment.suspected?.why ?? null, to: null, assessment: { steps } };
}

/** Notes that a copy of everything held was handed out. */
export const noteCopy: LeadEdit = { what: "copied", from: null, to: null };
