import type { OpenAPIHono } from "@hono/zod-openapi";
import type { ApiDependencies, AppEnvironment } from "#functions/api/dependencies.ts";
import { consentFrom, formValues } from "#functions/api/form-submission.ts";
import { openLink, unknownLink } from "#functions/api/opened-link.ts";
import { mayChange, ownScopes } from "#functions/api/your-data.ts";
import { afterConsent } from "#functions/leads/lead-changes.ts";
import { addressKey, readAddress } from "#functions/store/addresses.ts";
import { hasMoved } from "#functions/store/assessment-item.ts";
import { changeAssessment } from "#functions/store/assessments.ts";
import { currentConsentWording } from "#shared/consent-wording.ts";

/** POST /r/:token/consent: the boxes as they are now, effective at once; what held before stays on record. */
export function changeConsent(app: OpenAPIHono<AppEnvironment>, dependencies: ApiDependencies): void {
  const { table, secrets, config, now, log } = dependencies;
  app.post("/r/:token/consent", async (context) => {
    const consent = consentFrom(formValues(await context.req.text()));
    const link = await openLink(context, dependencies, ownScopes);
    if (!mayChange(link)) throw unknownLink();
    const { assessment, scope, token } = link;
    // A box that was not shown cannot have been ticked.
    const followUps = consent.followUps && (config.followUps.enabled || assessment.consent.followUps);
    const { suppressed } = await readAddress(table, addressKey(secrets.address, assessment.contact.email));
    const changeContext = { config, suppressed: suppressed !== undefined, now: now() };
    const changed = await changeAssessment(table, assessment.id, (lead) =>
      hasMoved(assessment, lead) || !mayChange({ scope, assessment: lead })
        ? null
        : afterConsent(lead, { ...consent, followUps }, currentConsentWording.version, changeContext),
    );
    if (changed !== null) {
      log.info("consent changed", { assessment: assessment.id });
      dependencies.stepsOwed(assessment.id);
    }
    return context.redirect(`/r/${token}/data#consent-title`, 303);
  });
}
