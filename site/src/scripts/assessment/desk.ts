import type { Visitor } from "#shared/assessment-path.ts";
import type { FormOutline } from "#shared/views/form/form-outline.ts";
import type { FormValues } from "#shared/views/form/form-state.ts";
import { save } from "./saved-answers.ts";
import type { StepId } from "./steps.ts";
import { readValues, toVisitor } from "./typed-values.ts";

/** The assessment as it lies in front of one visitor. */
export interface Desk {
  readonly outline: FormOutline;
  readonly root: HTMLElement;
  readonly form: HTMLFormElement;
  readonly storage: Storage | null;
  readonly title: string;
  /** Called after every change of an answer. */
  readonly followers: (() => void)[];
  step: StepId;
  submissionId: string;
  /** The visitor said that a ringing phone does not count as on call. */
  phoneAnswered: boolean;
  /** This device keeps the answers; false where it refuses to. */
  kept: boolean;
  /** Accepted: nothing is kept any more. */
  sent: boolean;
}

export function valuesOf(desk: Desk): FormValues {
  return readValues(desk.form);
}

export function visitorOf(desk: Desk): Visitor {
  return toVisitor(desk.outline, valuesOf(desk));
}

/** Keeps what was typed on this device, and only there. */
export function keep(desk: Desk): void {
  if (desk.sent) return;
  desk.kept = save(desk.storage, desk.outline.edition, {
    values: valuesOf(desk),
    step: desk.step,
    submissionId: desk.submissionId,
  });
}

/** Returns an id for a new submission. */
export function newSubmissionId(): string {
  return crypto.randomUUID();
}
