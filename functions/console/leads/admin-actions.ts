/** What only an administrator may do about a lead. */
import type { Context, Hono, MiddlewareHandler } from "hono";
import { ConsoleProblem, noSuchLead } from "#functions/console/console-problem.ts";
import type { ConsoleDependencies, ConsoleEnvironment } from "#functions/console/dependencies.ts";
import { makeChange } from "#functions/console/leads/lead-actions.ts";
import { findLead } from "#functions/console/leads/lead-content.ts";
import { showLead } from "#functions/console/leads/lead-page.tsx";
import { changeLead, type LeadEdit } from "#functions/leads/change-lead.ts";
import { type EditContext, noteLift, noteSuppression, release } from "#functions/leads/lead-edits.ts";
import { leadsOfMailbox } from "#functions/leads/leads-of-address.ts";
import { noteIfNewest } from "#functions/leads/newest-lead.ts";
import { addressKey, readAddress } from "#functions/store/addresses.ts";
import type { Assessment } from "#functions/store/assessment-item.ts";
import type { LeadRow } from "#functions/store/lead-rows.ts";
import { type ConsoleRecord, keepRecord } from "#functions/store/records.ts";
import { liftSuppression, type Suppression, suppressAddress } from "#functions/store/suppressions.ts";

type ConsoleContext = Context<ConsoleEnvironment>;

/** Lets only administrators through. */
export const requireAdmin: MiddlewareHandler<ConsoleEnvironment> = async (context, next) => {
  if (context.get("visitor").role !== "admin")
    throw new ConsoleProblem(404, "Only for administrators", ["Ask an administrator to do this for you."]);
  await next();
};

/**
 * Returns the lead that the address names.
 * @throws ConsoleProblem 404
 */
export async function namedLead(
  context: ConsoleContext,
  dependencies: ConsoleDependencies,
): Promise<LeadRow> {
  const row = await findLead(dependencies, context.req.param("id") ?? "");
  if (row === null) throw noSuchLead();
  return row;
}

/** Writes what was done into the records of the console. */
export async function record(
  context: ConsoleContext,
  { table, now }: ConsoleDependencies,
  what: ConsoleRecord["what"],
  detail: string,
): Promise<void> {
  await keepRecord(table, { at: now().toISOString(), by: context.get("visitor").person, what, detail });
}

/** Names a suppression in a form, so that one with another reason since is not lifted unseen. */
export function suppressionMark({ at, reasons }: Suppression): string {
  return [at, ...Object.keys(reasons).sort()].join(" ");
}

/** Makes the same change of every lead of a mailbox. */
async function changeMailbox(
  context: ConsoleContext,
  dependencies: ConsoleDependencies,
  lead: Assessment,
  edit: (assessment: Assessment, context: EditContext) => LeadEdit,
): Promise<void> {
  const { table, config, now, stepsOwed } = dependencies;
  const { person } = context.get("visitor");
  const at = now();
  for (const { id } of await leadsOfMailbox(dependencies, lead)) {
    await changeLead(table, id, { by: person, at, seen: null }, (one) =>
      edit(one, { by: person, now: at, config }),
    );
    stepsOwed(id);
  }
}

function liftRoute(app: Hono<ConsoleEnvironment>, dependencies: ConsoleDependencies): void {
  const { table, secrets, now } = dependencies;
  app.post("/console/leads/:id/lift", requireAdmin, async (context) => {
    const { assessment, address } = await namedLead(context, dependencies);
    const { seen } = await context.req.parseBody();
    const { suppressed } = address;
    const asSeen = suppressed !== undefined && seen === suppressionMark(suppressed);
    const lifted =
      asSeen &&
      (await liftSuppression(table, addressKey(secrets.address, assessment.contact.email), {
        seen: suppressed,
        by: context.get("visitor").person.id,
        at: now(),
        expiresAt: assessment.expiresAt,
      }));
    if (!lifted) {
      const message =
        "What is known of this address has changed since you opened this page. Nothing was changed: look again.";
      return showLead(context, dependencies, { unsaved: { message } }, 409);
    }
    await record(context, dependencies, "suppression lifted", `lead ${assessment.id}`);
    await changeMailbox(context, dependencies, assessment, noteLift);
    return context.redirect(`/console/leads/${assessment.id}?done=lifted`, 303);
  });
}

/** POST /console/leads/:id/suppress, lift and release. */
export function adminActions(app: Hono<ConsoleEnvironment>, dependencies: ConsoleDependencies): void {
  const { table, secrets, now } = dependencies;
  app.post("/console/leads/:id/suppress", requireAdmin, async (context) => {
    const { assessment } = await namedLead(context, dependencies);
    await suppressAddress(table, addressKey(secrets.address, assessment.contact.email), "asked", now());
    await record(context, dependencies, "suppressed", `lead ${assessment.id}`);
    await changeMailbox(context, dependencies, assessment, noteSuppression);
    return context.redirect(`/console/leads/${assessment.id}?done=suppressed`, 303);
  });
  liftRoute(app, dependencies);
  app.post("/console/leads/:id/release", requireAdmin, async (context) => {
    const response = await makeChange(context, dependencies, {
      done: "released",
      edit: (assessment, editing) => release(assessment, editing.now),
    });
    const { assessment } = await namedLead(context, dependencies);
    const address = await readAddress(table, addressKey(secrets.address, assessment.contact.email));
    await noteIfNewest(table, assessment, address);
    return response;
  });
}
