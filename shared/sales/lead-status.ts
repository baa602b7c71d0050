/** How far sales has come with a lead, in the order of the work. */
export const leadStatuses = ["new", "contacted", "qualified", "booked", "won", "lost"] as const;
export type LeadStatus = (typeof leadStatuses)[number];

/** Why a lead was lost. */
export const lossReasons = [
  "no need",
  "no budget",
  "no answer",
  "chose another provider",
  "outside our services",
  "not genuine",
] as const;
export type LossReason = (typeof lossReasons)[number];

/** Not won and not lost. */
export const openStatuses: readonly LeadStatus[] = ["new", "contacted", "qualified", "booked"];

/** Returns the status after a meeting was booked: what is won stays won. */
export function statusAfterBooking(status: LeadStatus): LeadStatus {
  return status === "won" ? "won" : "booked";
}
