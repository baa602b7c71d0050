/** Work owed that belongs to no lead, or to none any more. Only the last mail of an erasure knows a person, until it went. */
import { z } from "zod";

const time = z.iso.datetime();

export const taskSchema = z.discriminatedUnion("kind", [
  /** Another system is told that a lead was erased here. */
  z.object({ kind: z.literal("lead-erased"), leadId: z.uuid(), at: time }),
  /** Whoever had everything erased is told so. */
  z.object({ kind: z.literal("erasure-mail"), email: z.string(), leadIds: z.array(z.uuid()), at: time }),
  /** A team's pulse ends on its day. */
  z.object({ kind: z.literal("pulse-end"), pulseId: z.uuid(), wave: z.int() }),
  /** Sales gets the leads of the day up to this time. */
  z.object({ kind: z.literal("digest"), until: time }),
]);
export type Task = z.infer<typeof taskSchema>;

/** Returns whether a task knows a person: then nothing of it is kept once it is done or given up. */
export function isPersonal({ kind }: Task): boolean {
  return kind === "erasure-mail";
}

export const jobSchema = z.object({
  id: z.string(),
  task: taskSchema,
  state: z.enum(["owed", "done", "failed"]),
  /** Times it was begun. */
  attempts: z.int().min(0),
  /** A short code; never text of the other side. */
  lastError: z.string().max(40).nullable(),
  /** Seconds since 1970; the table deletes the item after it. */
  expiresAt: z.int(),
});
export type Job = z.infer<typeof jobSchema>;
