import type { Visitor } from "#shared/assessment-path.ts";
import type { Edition } from "#shared/edition.ts";
import type { FormValues } from "#shared/views/form/form-state.ts";
import { save } from "./saved-answers.ts";
import type { StepId } from "./steps.ts";
import { readValues, toVisitor } from "./typed-values.ts";

/** The assessment as it lies in front of one visitor. */
export interface Desk {
  readonly edition: Edition;
  readonly root: HTMLElement;
  readonly form: HTMLFormElement;
  /** Where the list of mistakes appears. */
  readonly summary: HTMLElement;
  readonly progress: HTMLElement;
  readonly navigation: HTMLElement;
  readonly result: HTMLElement;
  readonly storage: Storage | null;
  readonly title: string;
  step: StepId;
  submissionId: string;
  /** The visitor said that a ringing phone does not count as on call. */
  phoneAnswered: boolean;
  /** Accepted: nothing is kept any more. */
  sent: boolean;
}

export function valuesOf(desk: Desk): FormValues {
  return readValues(desk.form);
}

export function visitorOf(desk: Desk): Visitor {
  return toVisitor(desk.edition, valuesOf(desk));
}

/** Keeps what was typed on this device, and only there. */
export function keep(desk: Desk): void {
  if (desk.sent) return;
  save(desk.storage, desk.edition.id, {
    values: valuesOf(desk),
    step: desk.step,
    submissionId: desk.submissionId,
  });
}

/** Returns an id for a new submission. */
export function newSubmissionId(): string {
  return crypto.randomUUID();
}
