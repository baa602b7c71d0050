/** What sales adds to an assessment: who has it, notes, and who changed what. */
import { z } from "zod";
import { lossReasons } from "#shared/sales/lead-status.ts";

/** What a change was about; the history keeps codes, and the console has the words. */
export const changeKinds = [
  "status",
  "owner",
  "note",
  "resent",
  "repeated",
  "follow-ups stopped",
  "suppressed",
  "suppression lifted",
  "released",
  "copied",
] as const;
export type ChangeKind = (typeof changeKinds)[number];

const time = z.iso.datetime();

/** Somebody who is signed in to the console; `id` is made from their subject at the issuer. */
const personSchema = z.object({ id: z.string().max(60), name: z.string().max(120) });
export type Person = z.infer<typeof personSchema>;

const noteSchema = z.object({ at: time, by: personSchema, text: z.string().max(2_000) });
export type Note = z.infer<typeof noteSchema>;

const leadChangeSchema = z.object({
  at: time,
  by: personSchema,
  what: z.enum(changeKinds),
  /** What it was before and is now, where that can be said in a word. */
  from: z.string().max(120).nullable(),
  to: z.string().max(120).nullable(),
});
export type LeadChange = z.infer<typeof leadChangeSchema>;

export const salesRecordSchema = z.object({
  owner: personSchema.nullable(),
  lossReason: z.enum(lossReasons).nullable(),
  notes: z.array(noteSchema),
  /** Oldest first. */
  history: z.array(leadChangeSchema),
  /** When sales first set a status that says they were in touch. */
  firstContactAt: time.nullable(),
  /** When sales first set a status that says there is a meeting; one booked by the prospect is an action of theirs. */
  bookedAt: time.nullable(),
  /** Grows with each change by sales, unlike the revision, which grows with each attempt of a mail too. */
  revision: z.int(),
});
export type SalesRecord = z.infer<typeof salesRecordSchema>;

const untouched: SalesRecord = {
  owner: null,
  lossReason: null,
  notes: [],
  history: [],
  firstContactAt: null,
  bookedAt: null,
  revision: 0,
};

/** Returns what sales added; for a lead never touched, the empty record. */
export function salesRecordOf({ sales }: { sales?: SalesRecord | undefined }): SalesRecord {
  return sales ?? untouched;
}
