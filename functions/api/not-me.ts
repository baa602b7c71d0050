import type { OpenAPIHono } from "@hono/zod-openapi";
import type { ApiDependencies, AppEnvironment } from "#functions/api/dependencies.ts";
import { openMailedLink } from "#functions/api/opened-link.ts";
import { messagePage } from "#functions/api/pages/message-page.tsx";
import { personalPage } from "#functions/api/pages/page.ts";
import { afterSuppression } from "#functions/leads/lead-changes.ts";
import { changeAssessment } from "#functions/store/assessments.ts";
import { suppressAddress } from "#functions/store/suppressions.ts";

/**
 * POST /r/:token/not-me: no more mail to this address. Only from a link that was mailed to it;
 * whoever sent the form could otherwise silence somebody else's mailbox. Also after the assessment has left the
 * mailbox: whoever names a stranger and then corrects the address could otherwise have them mailed day by day.
 */
export function notMe(app: OpenAPIHono<AppEnvironment>, dependencies: ApiDependencies): void {
  const { table, config, now, log } = dependencies;
  app.post("/r/:token/not-me", async (context) => {
    const { assessment, addressHash, left } = await openMailedLink(context, dependencies);
    await suppressAddress(table, addressHash, "not-me", now());
    if (!left)
      await changeAssessment(table, assessment.id, (lead) => afterSuppression(lead, { config, now: now() }));
    log.info("address suppressed", { assessment: assessment.id, why: "not-me" });
    return personalPage(
      context,
      dependencies,
      messagePage("Nothing follows", ["This address gets no more mail from us.", "You can close this page."]),
    );
  });
}
