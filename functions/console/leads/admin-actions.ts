/** What only an administrator may do about a lead. */
import type { Context, Hono, MiddlewareHandler } from "hono";
import { ConsoleProblem, noSuchLead } from "#functions/console/console-problem.ts";
import type { ConsoleDependencies, ConsoleEnvironment } from "#functions/console/dependencies.ts";
import { makeChange } from "#functions/console/leads/lead-actions.ts";
import { findLead } from "#functions/console/leads/lead-content.ts";
import { addressKey, suppressAddress } from "#functions/store/addresses.ts";
import type { Assessment } from "#functions/store/assessment-item.ts";
import { noteAddress } from "#functions/store/lead-edits.ts";
import { liftAddressSuppression } from "#functions/store/lifted-suppression.ts";
import { type ConsoleRecord, keepRecord } from "#functions/store/records.ts";
import { releaseSuspect } from "#functions/store/suspected-leads.ts";

/** Lets only administrators through. */
export const requireAdmin: MiddlewareHandler<ConsoleEnvironment> = async (context, next) => {
  if (context.get("visitor").role !== "admin")
    throw new ConsoleProblem(403, "Only for administrators", ["Ask an administrator to do this for you."]);
  await next();
};

/**
 * Returns the lead that the address names.
 * @throws ConsoleProblem 404
 */
export async function namedLead(
  context: Context<ConsoleEnvironment>,
  dependencies: ConsoleDependencies,
): Promise<Assessment> {
  const row = await findLead(dependencies, context.req.param("id") ?? "");
  if (row === null) throw noSuchLead();
  return row.assessment;
}

/** Writes what was done into the records of the console. */
export async function record(
  context: Context<ConsoleEnvironment>,
  { table, now }: ConsoleDependencies,
  what: ConsoleRecord["what"],
  detail: string,
): Promise<void> {
  await keepRecord(table, { at: now().toISOString(), by: context.get("visitor").person, what, detail });
}

/** POST /console/leads/:id/suppress, lift and release. */
export function adminActions(app: Hono<ConsoleEnvironment>, dependencies: ConsoleDependencies): void {
  const { table, secrets, now } = dependencies;
  const hashOf = ({ contact }: Assessment) => addressKey(secrets.address, contact.email);

  app.post("/console/leads/:id/suppress", requireAdmin, async (context) => {
    const lead = await namedLead(context, dependencies);
    await suppressAddress(table, hashOf(lead), "asked", now());
    await record(context, dependencies, "suppressed", `lead ${lead.id}`);
    return makeChange(context, dependencies, {
      done: "suppressed",
      edit: () => noteAddress("suppressed", "asked"),
    });
  });

  app.post("/console/leads/:id/lift", requireAdmin, async (context) => {
    const lead = await namedLead(context, dependencies);
    await liftAddressSuppression(table, hashOf(lead), lead.expiresAt);
    await record(context, dependencies, "suppression lifted", `lead ${lead.id}`);
    return makeChange(context, dependencies, {
      done: "lifted",
      edit: () => noteAddress("suppression lifted", null),
    });
  });

  app.post("/console/leads/:id/release", requireAdmin, (context) =>
    makeChange(context, dependencies, { done: "released", edit: releaseSuspect }),
  );
}
