/** What prospects did themselves, with the time of the first time. Opened mails and followed links are none of it. */
import { z } from "zod";
import type { LeadAction } from "#shared/models/lead.ts";

/** Kept with the lead; the consent of the form is kept with the consent. */
export const recordedActions = [
  "confirmed",
  "booking",
  "what-if",
  "export",
] as const satisfies readonly LeadAction[];
export type RecordedAction = (typeof recordedActions)[number];

export const leadActionsSchema = z.partialRecord(z.enum(recordedActions), z.iso.datetime());
export type LeadActions = z.infer<typeof leadActionsSchema>;

/** Returns what was done, in no particular order. */
export function actionsDone(actions: LeadActions): RecordedAction[] {
  return recordedActions.filter((action) => actions[action] !== undefined);
}
