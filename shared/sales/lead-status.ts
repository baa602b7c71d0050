/** How far sales has come with a lead, in the order of the work. */
export const leadStatuses = ["new", "contacted", "qualified", "booked", "won", "lost"] as const;
export type LeadStatus = (typeof leadStatuses)[number];

/** Returns the status after a meeting was booked: what is won stays won. */
export function statusAfterBooking(status: LeadStatus): LeadStatus {
  return status === "won" ? "won" : "booked";
}
