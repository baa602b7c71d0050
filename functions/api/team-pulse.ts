/** The manager's side of a pulse: to invite, to end, to withdraw. What the team answered is in the report. */
import type { OpenAPIHono } from "@hono/zod-openapi";
import type { ApiDependencies, AppEnvironment } from "#functions/api/dependencies.ts";
import { formValues } from "#functions/api/form-submission.ts";
import { openLink } from "#functions/api/opened-link.ts";
import { messagePage } from "#functions/api/pages/message-page.tsx";
import { personalPage } from "#functions/api/pages/page.ts";
import { invitationsPage, pulsePage } from "#functions/api/pages/pulse-page.tsx";
import { nextPulseDay, openPulse, type PulseRefusal } from "#functions/pulse/open-pulse.ts";
import { pulseIdOf } from "#functions/pulse/pulse-of.ts";
import { addressKey } from "#functions/store/addresses.ts";
import { endPulse, readPulse, withdrawPulse } from "#functions/store/pulses.ts";
import type { Scope } from "#functions/tokens.ts";
import { fewestAnswers, mostInvitations } from "#shared/pulse/rules.ts";
import { currentEdition } from "#shared/questions/index.ts";

/** Only the link that was mailed. */
const mailed: readonly Scope[] = ["report"];

const refusals: Readonly<Record<PulseRefusal, string>> = {
  "small team": `A team of fewer than ${fewestAnswers} cannot be asked anonymously.`,
  number: `Enter at least ${fewestAnswers} invitations, and no more than people run your infrastructure (${mostInvitations} at most).`,
  open: "A pulse is open already. Withdraw it to start again.",
  "too soon":
    "Your team was asked less than a quarter ago, here or in another assessment of yours. Two results so close would show a difference, and with it a person.",
};

/** GET and POST /r/:token/pulse, and its two ends: show what five or more said, or withdraw. */
export function teamPulse(app: OpenAPIHono<AppEnvironment>, dependencies: ApiDependencies): void {
  const { table, secrets, now, siteUrl } = dependencies;
  const today = () => now().toISOString().slice(0, 10);

  app.get("/r/:token/pulse", async (context) => {
    const { assessment, token } = await openLink(context, dependencies, mailed);
    const state = await readPulse(table, pulseIdOf(assessment));
    const people = assessment.profile.infrastructurePeople;
    const next = nextPulseDay(state);
    const page = pulsePage({ token, state, people, next: next !== null && next > today() ? next : null });
    return personalPage(context, dependencies, page);
  });

  app.post("/r/:token/pulse", async (context) => {
    const { assessment, token } = await openLink(context, dependencies, mailed);
    const typed = formValues(await context.req.text()).invited ?? "";
    const people = assessment.profile.infrastructurePeople;
    const invitations = await openPulse(table, {
      id: pulseIdOf(assessment),
      edition: currentEdition.id,
      address: addressKey(secrets.address, assessment.contact.email),
      infrastructurePeople: people,
      invited: /^\d{1,4}$/.test(typed.trim()) ? Number(typed) : Number.NaN,
      expiresAt: assessment.expiresAt,
      now: now(),
    });
    if (typeof invitations === "string") {
      const state = await readPulse(table, pulseIdOf(assessment));
      const mistake = refusals[invitations];
      return personalPage(
        context,
        dependencies,
        pulsePage({ token, state, people, next: null, typed, mistake }),
        422,
      );
    }
    const links = invitations.map((invitation) => `${siteUrl}/r/pulse/${invitation}`);
    return personalPage(context, dependencies, invitationsPage({ token, links }));
  });

  app.post("/r/:token/pulse/end", async (context) => {
    const { assessment, token } = await openLink(context, dependencies, mailed);
    const id = pulseIdOf(assessment);
    const state = await readPulse(table, id);
    const end = await endPulse(table, id, { wave: state?.wave ?? 0, day: today(), final: false });
    if (end === "too few")
      return personalPage(
        context,
        dependencies,
        messagePage("Not yet", [
          `Fewer than ${fewestAnswers} people have answered, so there is nothing to show. The pulse goes on.`,
        ]),
      );
    return context.redirect(`/r/${token}#team-title`, 303);
  });

  app.post("/r/:token/pulse/withdraw", async (context) => {
    const { assessment, token } = await openLink(context, dependencies, mailed);
    await withdrawPulse(table, pulseIdOf(assessment));
    return context.redirect(`/r/${token}/pulse`, 303);
  });
}
