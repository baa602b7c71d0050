import type { OpenAPIHono } from "@hono/zod-openapi";
import { countOutcome } from "#functions/api/counted-event.ts";
import type { ApiDependencies, AppEnvironment } from "#functions/api/dependencies.ts";
import { formValues } from "#functions/api/form-submission.ts";
import { openLink } from "#functions/api/opened-link.ts";
import { followUpDayOf } from "#functions/delivery/follow-up-day.ts";
import { afterAction } from "#functions/leads/lead-changes.ts";
import { followUpSteps, mayStartFollowUps } from "#functions/leads/start-follow-ups.ts";
import { addressKey, confirmAddress, readAddress } from "#functions/store/addresses.ts";
import { type Assessment, hasMoved, isOpen, owedStep } from "#functions/store/assessment-item.ts";
import { type AssessmentChange, changeAssessment } from "#functions/store/assessments.ts";
import { noteConfirmedLead } from "#functions/store/confirmed-lead.ts";
import { chooseMails } from "#functions/store/mail-choices.ts";
import { privatePath } from "#functions/tokens.ts";

/** The other button: the report, and no series. */
const withoutFollowUps = "no";

/** Returns what the series makes of the lead: its steps, its end, or nothing where none was asked for. */
function seriesChange(
  lead: Assessment,
  { config, now }: ApiDependencies,
  wanted: boolean,
): Pick<AssessmentChange, "steps" | "followUpsStopped"> {
  const mayStart = mayStartFollowUps(lead, config);
  if (wanted) return mayStart ? { steps: [...lead.steps, ...followUpSteps(lead, now())] } : {};
  const running = lead.steps.some((step) => isOpen(step) && followUpDayOf(step.name) !== null);
  const ends = (mayStart || running) && lead.followUpsStopped === undefined;
  return ends ? { followUpsStopped: { at: now().toISOString(), by: "prospect" } } : {};
}

function confirmedLead(
  lead: Assessment,
  dependencies: ApiDependencies,
  { wanted, suppressed }: { wanted: boolean; suppressed: boolean },
): AssessmentChange | null {
  const now = dependencies.now();
  const asked = lead.steps.some(({ name }) => name === "report");
  const series = seriesChange(lead, dependencies, wanted);
  const steps = [...(series.steps ?? lead.steps), ...(asked ? [] : [owedStep("report", now)])];
  const acted = afterAction({ ...lead, steps }, "confirmed", {
    config: dependencies.config,
    suppressed,
    now,
  });
  const proved = lead.provedAt === undefined ? { provedAt: now.toISOString() } : {};
  if (acted === null && asked && Object.keys({ ...series, ...proved }).length === 0) return null;
  return { ...series, ...proved, steps, ...acted };
}

/** Returns the changed assessment, or null when there was nothing to change. */
async function confirmLead(dependencies: ApiDependencies, assessment: Assessment, wanted: boolean) {
  const { table, secrets, config } = dependencies;
  const { id, contact, expiresAt } = assessment;
  const now = dependencies.now();
  const addressHash = addressKey(secrets.address, contact.email);
  await confirmAddress(table, addressHash, now, expiresAt);
  await noteConfirmedLead(table, addressHash, id);
  // Asked for anew, by the button: what was chosen about an earlier series is over.
  if (wanted && mayStartFollowUps(assessment, config))
    await chooseMails(table, addressHash, { choice: "all", at: now, expiresAt });
  const { suppressed } = await readAddress(table, addressHash);
  return changeAssessment(table, id, (lead) =>
    // Moved away meanwhile: the button was pressed by the reader of the mailbox before.
    hasMoved(assessment, lead)
      ? null
      : confirmedLead(lead, dependencies, { wanted, suppressed: suppressed !== undefined }),
  );
}

/**
 * POST /r/:token/confirm: whoever reads the mailbox says so, asks for the report where that was not done before, and
 * starts the series of checklists where its box was ticked. Pressed twice, each happens once.
 */
export function confirm(app: OpenAPIHono<AppEnvironment>, dependencies: ApiDependencies): void {
  const { secrets, log } = dependencies;
  app.post("/r/:token/confirm", async (context) => {
    const { followUps } = formValues(await context.req.text());
    const { assessment } = await openLink(context, dependencies, ["confirm", "report"]);
    const first = assessment.actions.confirmed === undefined;
    if ((await confirmLead(dependencies, assessment, followUps !== withoutFollowUps)) !== null) {
      log.info("address confirmed", { assessment: assessment.id });
      dependencies.stepsOwed(assessment.id);
      if (first) await countOutcome(dependencies, "confirmed", assessment.source);
    }
    return context.redirect(privatePath(secrets.token, assessment, "report"), 303);
  });
}
