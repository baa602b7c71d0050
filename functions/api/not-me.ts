import type { OpenAPIHono } from "@hono/zod-openapi";
import type { ApiDependencies, AppEnvironment } from "#functions/api/dependencies.ts";
import { openLink } from "#functions/api/opened-link.ts";
import { messagePage } from "#functions/api/pages/message-page.tsx";
import { personalPage } from "#functions/api/pages/page.ts";
import { afterSuppression } from "#functions/leads/lead-changes.ts";
import { addressKey } from "#functions/store/addresses.ts";
import { changeAssessment } from "#functions/store/assessments.ts";
import { suppressAddress } from "#functions/store/suppressions.ts";

/**
 * POST /r/:token/not-me: no more mail to this address. Only from a link that was mailed to it;
 * whoever sent the form could otherwise silence somebody else's mailbox.
 */
export function notMe(app: OpenAPIHono<AppEnvironment>, dependencies: ApiDependencies): void {
  const { table, secrets, config, now, log } = dependencies;
  app.post("/r/:token/not-me", async (context) => {
    const { assessment } = await openLink(context, dependencies, ["confirm", "report"]);
    await suppressAddress(table, addressKey(secrets.address, assessment.contact.email), "not-me", now());
    await changeAssessment(table, assessment.id, (lead) => afterSuppression(lead, { config, now: now() }));
    log.info("address suppressed", { assessment: assessment.id, why: "not-me" });
    return personalPage(
      context,
      dependencies,
      messagePage("Nothing follows", ["This address gets no more mail from us.", "You can close this page."]),
    );
  });
}
