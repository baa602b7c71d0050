/** What sales adds to an assessment, and what the prospect did after sending it. */
import { z } from "zod";

export const leadStatuses = ["new", "contacted", "qualified", "booked", "won", "lost"] as const;
export type LeadStatus = (typeof leadStatuses)[number];

export const lossReasons = [
  "no need",
  "no budget",
  "no answer",
  "chose another provider",
  "outside our services",
  "not genuine",
] as const;
export type LossReason = (typeof lossReasons)[number];

/** What a change was about; the history keeps codes, and the console has the words. */
export const changeKinds = [
  "status",
  "owner",
  "note",
  "resent",
  "follow-ups stopped",
  "suppressed",
  "suppression lifted",
  "released",
  "copied",
  "acted",
] as const;
export type ChangeKind = (typeof changeKinds)[number];

const time = z.iso.datetime();

/** Somebody who is signed in to the console; `id` is made from issuer and subject. */
const personSchema = z.object({ id: z.string().max(60), name: z.string().max(120) });
export type Person = z.infer<typeof personSchema>;

/** Stands in the history for what happened without anybody signed in, such as a booking. */
export const nobody: Person = { id: "prospect", name: "The prospect" };

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

/** Acts of the prospect's own after the submission that its steps do not tell. */
const laterActions = ["booking", "what-if", "export"] as const;
export type LaterAction = (typeof laterActions)[number];

export const leadSchema = z.object({
  owner: personSchema.nullable(),
  lossReason: z.enum(lossReasons).nullable(),
  notes: z.array(noteSchema),
  /** Oldest first. */
  history: z.array(leadChangeSchema),
  /** When sales first set a status that says they were in touch. */
  firstContactAt: time.nullable(),
  /** When a meeting was first booked. */
  bookedAt: time.nullable(),
  followUpsStoppedAt: time.nullable(),
  actions: z.array(z.enum(laterActions)),
  /** Whether their region was served when they came; null for a lead stored before this was kept. */
  reach: z.enum(["served", "reachable", "other"]).nullable(),
  /** Grows with each change by sales, unlike the revision, which grows with each attempt of a mail too. */
  revision: z.int(),
});
export type LeadRecord = z.infer<typeof leadSchema>;

/** Returns the record of a lead that nobody has touched. */
export function newLead(reach: LeadRecord["reach"]): LeadRecord {
  return {
    owner: null,
    lossReason: null,
    notes: [],
    history: [],
    firstContactAt: null,
    bookedAt: null,
    followUpsStoppedAt: null,
    actions: [],
    reach,
    revision: 0,
  };
}

export const tallySchema = z.object({
  letter: z.enum(["A", "B", "C", "D"]),
  points: z.int(),
  status: z.enum(leadStatuses),
  page: z.string(),
  campaign: z.string(),
  confirmed: z.boolean(),
  booked: z.boolean(),
  /** Minutes from the submission to the first contact by sales; null while there was none. */
  firstContact: z.number().nullable(),
});
/** One lead as the dashboard sees it; no person in it. */
export type LeadTally = z.infer<typeof tallySchema>;

/** Fields of an assessment that belong to sales. All may be missing: items stored before them still parse. */
export const leadFields = {
  /** Missing until sales or the prospect does something; see `leadOf`. */
  lead: leadSchema.optional(),
  /** Keyed hash of the mailbox: finds the leads of an address of which only the hash is known. */
  addressHash: z.string().optional(),
  /** What the dashboard counts of it, as written with its last change. */
  tally: tallySchema.optional(),
};

/** Returns what sales added, for a lead never touched the empty record. */
export function leadOf({ lead }: { lead?: LeadRecord | undefined }): LeadRecord {
  return lead ?? newLead(null);
}
