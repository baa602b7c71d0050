/** What can be done about a lead, each by POST and on record. */
import type { Context, Hono } from "hono";
import { z } from "zod";
import { noSuchLead } from "#functions/console/console-problem.ts";
import type { ConsoleDependencies, ConsoleEnvironment } from "#functions/console/dependencies.ts";
import { findLead, type Unsaved } from "#functions/console/leads/lead-content.ts";
import { showLead } from "#functions/console/leads/lead-page.tsx";
import { changeText } from "#functions/console/leads/lead-words.ts";
import { minuteText } from "#functions/console/pages/since.tsx";
import { changeLead, type LeadEdit } from "#functions/leads/change-lead.ts";
import {
  addNote,
  type EditContext,
  mostNotes,
  repeatStep,
  resendReport,
  setOwner,
  setStatus,
  stopFollowUps,
} from "#functions/leads/lead-edits.ts";
import { type Assessment, stepNames } from "#functions/store/assessment-item.ts";
import { findPerson } from "#functions/store/console-users.ts";
import { leadStatuses, lossReasons } from "#shared/sales/lead-status.ts";

type ConsoleContext = Context<ConsoleEnvironment>;

interface Wanted {
  /** The word of the address that says what was done. */
  done: string;
  /** What of the form to keep when it cannot be stored. */
  keep?: Omit<Unsaved, "message">;
  /** Where to go on; the page of the lead when left out. */
  next?: string;
  /** Revision seen; null where an older one does no harm. */
  seen?: number | null;
  edit(assessment: Assessment, context: EditContext): LeadEdit | null;
}

const text = z.string().trim().catch("");
const seenRevision = z.coerce.number().int().min(0).nullable().catch(null);

/**
 * Makes a change and shows the lead again; a change over something unseen is refused with who did what meanwhile.
 * @throws ConsoleProblem 404
 */
export async function makeChange(
  context: ConsoleContext,
  dependencies: ConsoleDependencies,
  { done, next, keep = {}, seen = null, edit }: Wanted,
): Promise<Response> {
  const { table, config, now, stepsOwed, log } = dependencies;
  const { person } = context.get("visitor");
  const row = await findLead(dependencies, context.req.param("id") ?? "");
  if (row === null) throw noSuchLead();
  const { id } = row.assessment;
  const at = now();
  const editing = { by: person, at, seen };
  const result = await changeLead(table, id, editing, (assessment) =>
    edit(assessment, { by: person, now: at, config }),
  );
  if (result.kind === "gone") throw noSuchLead();
  if (result.kind === "conflict") {
    const { by, at: when } = result.other;
    const message = `${by.name} ${changeText(result.other)} at ${minuteText(when)} UTC, after you opened this page. Yours is not stored yet: look again, and save it if it still holds.`;
    return showLead(context, dependencies, { unsaved: { ...keep, message } }, 409);
  }
  if (result.kind === "changed") {
    log.info("lead changed", { assessment: id, by: person.id, done });
    stepsOwed(id);
  }
  const said = result.kind === "changed" ? done : "nothing";
  return context.redirect(next ?? `/console/leads/${id}?done=${said}`, 303);
}

function refused(context: ConsoleContext, dependencies: ConsoleDependencies, unsaved: Unsaved) {
  return showLead(context, dependencies, { unsaved }, 422);
}

const statusForm = z.object({
  status: z.enum(leadStatuses).nullable().catch(null),
  reason: z.enum(lossReasons).nullable().catch(null),
  seen: seenRevision,
  /** From the list of calls one goes on with the list. */
  back: z.enum(["today"]).nullable().catch(null),
});

function statusRoute(app: Hono<ConsoleEnvironment>, dependencies: ConsoleDependencies): void {
  app.post("/console/leads/:id/status", async (context) => {
    const { status, reason, seen, back } = statusForm.parse(await context.req.parseBody());
    const keep = { status: status ?? "", reason: reason ?? "" };
    if (status === null) return refused(context, dependencies, { message: "Choose a status from the list." });
    if (status === "lost" && reason === null)
      return refused(context, dependencies, { ...keep, message: "Say why it was lost, then save again." });
    return makeChange(context, dependencies, {
      done: "status",
      ...(back === "today" ? { next: "/console?done=status" } : {}),
      keep,
      seen,
      edit: (assessment, editing) => setStatus(assessment, { status, reason }, editing),
    });
  });
}

function ownerRoute(app: Hono<ConsoleEnvironment>, dependencies: ConsoleDependencies): void {
  const form = z.object({ owner: text, take: text, seen: seenRevision });
  app.post("/console/leads/:id/owner", async (context) => {
    const { owner, take, seen } = form.parse(await context.req.parseBody());
    const { person } = context.get("visitor");
    const wanted =
      take === "yes" ? person : owner === "" ? null : await findPerson(dependencies.table, owner);
    if (wanted === null && owner !== "")
      return refused(context, dependencies, { message: "Choose an owner from the list." });
    return makeChange(context, dependencies, {
      done: "owner",
      keep: { owner: wanted?.id ?? "" },
      seen,
      edit: (assessment) => setOwner(assessment, wanted),
    });
  });
}

function noteRoute(app: Hono<ConsoleEnvironment>, dependencies: ConsoleDependencies): void {
  const form = z.object({ note: text });
  app.post("/console/leads/:id/notes", async (context) => {
    const { note } = form.parse(await context.req.parseBody());
    const { person } = context.get("visitor");
    if (note === "")
      return refused(context, dependencies, { message: "Write something into the note first." });
    if (note.length > 2_000)
      return refused(context, dependencies, { note, message: "A note holds 2,000 characters. Shorten it." });
    const row = await findLead(dependencies, context.req.param("id"));
    if ((row?.assessment.sales?.notes.length ?? 0) >= mostNotes)
      return refused(context, dependencies, { note, message: `A lead holds ${mostNotes} notes.` });
    return makeChange(context, dependencies, {
      done: "note",
      edit: (assessment, { now }) => addNote(assessment, { at: now.toISOString(), by: person, text: note }),
    });
  });
}

function repeatRoute(app: Hono<ConsoleEnvironment>, dependencies: ConsoleDependencies): void {
  app.post("/console/leads/:id/steps/:name/repeat", (context) => {
    const name = stepNames.find((one) => one === context.req.param("name"));
    return makeChange(context, dependencies, {
      done: "repeat",
      edit: (assessment, { now }) => (name === undefined ? null : repeatStep(assessment, name, now)),
    });
  });
}

/** POST /console/leads/:id/status, owner, notes, resend, stop-follow-ups and steps/:name/repeat. */
export function leadActions(app: Hono<ConsoleEnvironment>, dependencies: ConsoleDependencies): void {
  statusRoute(app, dependencies);
  ownerRoute(app, dependencies);
  noteRoute(app, dependencies);
  repeatRoute(app, dependencies);
  app.post("/console/leads/:id/resend", (context) =>
    makeChange(context, dependencies, {
      done: "resend",
      edit: (assessment, { now }) => resendReport(assessment, now),
    }),
  );
  app.post("/console/leads/:id/stop-follow-ups", (context) =>
    makeChange(context, dependencies, { done: "follow-ups", edit: stopFollowUps }),
  );
}
