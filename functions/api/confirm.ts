import type { OpenAPIHono } from "@hono/zod-openapi";
import { countOutcome } from "#functions/api/counted-event.ts";
import type { ApiDependencies, AppEnvironment } from "#functions/api/dependencies.ts";
import { openLink } from "#functions/api/opened-link.ts";
import { addressKey, confirmAddress } from "#functions/store/addresses.ts";
import { owedStep } from "#functions/store/assessment-item.ts";
import { changeAssessment } from "#functions/store/assessments.ts";
import { privatePath } from "#functions/tokens.ts";

/** POST /r/:token/confirm: whoever reads the mailbox asks for the report. Pressed twice, it is mailed once. */
export function confirm(app: OpenAPIHono<AppEnvironment>, dependencies: ApiDependencies): void {
  const { table, secrets, now, log } = dependencies;
  app.post("/r/:token/confirm", async (context) => {
    const { assessment } = await openLink(context, dependencies, ["confirm"]);
    const addressHash = addressKey(secrets.address, assessment.contact.email);
    await confirmAddress(table, addressHash, now(), assessment.expiresAt);
    const changed = await changeAssessment(table, assessment.id, ({ steps }) =>
      steps.some(({ name }) => name === "report") ? null : { steps: [...steps, owedStep("report", now())] },
    );
    if (changed !== null) {
      log.info("address confirmed", { assessment: assessment.id });
      dependencies.stepsOwed(assessment.id);
      await countOutcome(dependencies, "confirmed", assessment.source);
    }
    return context.redirect(privatePath(secrets.token, assessment, "report"), 303);
  });
}
