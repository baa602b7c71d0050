import type { OpenAPIHono } from "@hono/zod-openapi";
import { countOutcome } from "#functions/api/counted-event.ts";
import type { ApiDependencies, AppEnvironment } from "#functions/api/dependencies.ts";
import { openLink } from "#functions/api/opened-link.ts";
import { afterAction } from "#functions/leads/lead-changes.ts";
import { addressKey, confirmAddress, readAddress } from "#functions/store/addresses.ts";
import { type Assessment, owedStep } from "#functions/store/assessment-item.ts";
import { changeAssessment } from "#functions/store/assessments.ts";
import { noteConfirmedLead } from "#functions/store/confirmed-lead.ts";
import { privatePath } from "#functions/tokens.ts";

/** Returns the changed assessment, or null when there was nothing to change. */
async function confirmLead(dependencies: ApiDependencies, { id, contact, expiresAt }: Assessment) {
  const { table, secrets, config } = dependencies;
  const now = dependencies.now();
  const addressHash = addressKey(secrets.address, contact.email);
  await confirmAddress(table, addressHash, now, expiresAt);
  await noteConfirmedLead(table, addressHash, id);
  const { suppressed } = await readAddress(table, addressHash);
  return changeAssessment(table, id, (lead) => {
    const asked = lead.steps.some(({ name }) => name === "report");
    const steps = asked ? lead.steps : [...lead.steps, owedStep("report", now)];
    const context = { config, suppressed: suppressed !== undefined, now };
    return afterAction({ ...lead, steps }, "confirmed", context) ?? (asked ? null : { steps });
  });
}

/**
 * POST /r/:token/confirm: whoever reads the mailbox says so, and asks for the report where that was not done before.
 * Pressed twice, it is mailed once.
 */
export function confirm(app: OpenAPIHono<AppEnvironment>, dependencies: ApiDependencies): void {
  const { secrets, log } = dependencies;
  app.post("/r/:token/confirm", async (context) => {
    const { assessment } = await openLink(context, dependencies, ["confirm", "report"]);
    if ((await confirmLead(dependencies, assessment)) !== null) {
      log.info("address confirmed", { assessment: assessment.id });
      dependencies.stepsOwed(assessment.id);
      await countOutcome(dependencies, "confirmed", assessment.source);
    }
    return context.redirect(privatePath(secrets.token, assessment, "report"), 303);
  });
}
