/** A team's pulse as it lies in the table: no answer in it can be read before five are there, and none is kept after. */
import { z } from "zod";
import { causeIds } from "#shared/edition.ts";
import { highestShown, lowestShown } from "#shared/pulse/rules.ts";

/** A day and no time: nothing here orders answers. */
const day = z.iso.date();

const openPulseSchema = z.object({
  /** Whose questions and weights count. */
  edition: z.string(),
  openedOn: day,
  closesOn: day,
  invited: z.int(),
  /** Answers are locked with it; the key that opens them is split among the invitations. */
  publicKey: z.string(),
  /** Hashes of invitations that were not used yet, sorted. */
  unused: z.array(z.string()),
  /** Locked answers, sorted by their own bytes, which are random: not in the order they came. */
  boxes: z.array(z.string()),
  /** Shares of the key, sorted likewise: none stands beside the answers it came with. */
  shares: z.array(z.string()),
});
export type OpenPulse = z.infer<typeof openPulseSchema>;

const publishedSchema = z.object({
  edition: z.string(),
  closedOn: day,
  causes: z.record(z.enum(causeIds), z.int().min(lowestShown).max(highestShown).nullable()),
});
export type PublishedPulse = z.infer<typeof publishedSchema>;

export const pulseSchema = z.object({
  /** Which time this team is asked, from 1. */
  wave: z.int().min(1).max(255),
  open: openPulseSchema.nullable(),
  /** Results, oldest first: aggregates of five or more. */
  published: z.array(publishedSchema),
  /** The last one ended with fewer than five answers, deleted unread. */
  endedWithTooFew: z.boolean(),
  /** Another at every change, so that no writer overwrites what it has not seen; it counts nothing. */
  version: z.string(),
  /** Seconds since 1970; the table deletes the item after it. */
  expiresAt: z.int(),
});
export type Pulse = z.infer<typeof pulseSchema>;
