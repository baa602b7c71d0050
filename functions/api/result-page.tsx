/** @jsxImportSource hono/jsx */
import type { OpenAPIHono } from "@hono/zod-openapi";
import type { ApiDependencies, AppEnvironment } from "#functions/api/dependencies.ts";
import { hasFollowUps, nextChecklist } from "#functions/api/next-checklist.ts";
import { type OpenedLink, openLink } from "#functions/api/opened-link.ts";
import { opensPdf } from "#functions/api/opens-pdf.ts";
import { deliveryNote, deliveryText } from "#functions/api/pages/delivery-note.ts";
import { FollowUpQuestion } from "#functions/api/pages/follow-up-question.tsx";
import { messagePage, PostButton } from "#functions/api/pages/message-page.tsx";
import { type Page, personalPage } from "#functions/api/pages/page.ts";
import { reportBehind, shortened, variantOf } from "#functions/api/report-variant.ts";
import { choicePath } from "#functions/choice-token.ts";
import { mayStartFollowUps } from "#functions/leads/start-follow-ups.ts";
import { addressKey } from "#functions/store/addresses.ts";
import { privatePath } from "#functions/tokens.ts";
import type { FunnelConfig } from "#shared/funnel-config.ts";
import { findEdition } from "#shared/questions/index.ts";
import type { Report } from "#shared/report/report.ts";
import type { ResultLinks } from "#shared/views/result/links-part.tsx";
import { ResultView } from "#shared/views/result/result-view.tsx";
import { trialData } from "#shared/views/result/trial-data.ts";

function noteFor({ scope, assessment }: OpenedLink, config: FunnelConfig): string {
  return deliveryText(deliveryNote(assessment, scope), config);
}

function confirmPage(link: OpenedLink, config: FunnelConfig): Page {
  const { token, assessment } = link;
  if (assessment.steps.some(({ name }) => name === "report"))
    return messagePage("Confirmed", [noteFor(link, config), "You can close this page."]);
  const action = `/r/${token}/confirm`;
  return messagePage(
    "Send the report to this mailbox?",
    ["Press the button and the report comes by mail. Nothing happens before."],
    <>
      {mayStartFollowUps(assessment, config) ? (
        <FollowUpQuestion action={action} yes="Send the report and the checklists" no="Only the report" />
      ) : (
        <PostButton action={action} label="Send me the report" />
      )}
      <p>Did not ask for a report? Press this, and nothing follows.</p>
      <PostButton action={`/r/${token}/not-me`} label="Not me" quiet />
    </>,
  );
}

/** What the prospect may pass on: an address of its own, which leads neither to the people part nor to any button. */
function sharedLinks({ assessment }: OpenedLink, tokenSecret: string): ResultLinks {
  const shared = privatePath(tokenSecret, assessment, "share");
  return { withoutPeople: shared, pdfWithoutPeople: `${shared}/report.pdf` };
}

/** The box was ticked, and nobody has pressed either button yet: asked where the mailed link leads. */
function asksForFollowUps({ scope, assessment }: OpenedLink, config: FunnelConfig): boolean {
  const open = assessment.followUpsStopped === undefined && mayStartFollowUps(assessment, config);
  return scope === "report" && open;
}

function linksOf(
  link: OpenedLink,
  variant: Report["variant"],
  { secrets, config }: Pick<ApiDependencies, "secrets" | "config">,
): ResultLinks {
  const { scope, token } = link;
  const here = `/r/${token}`;
  const full = variant === "full";
  const pdf = opensPdf(link) ? `${here}/report.pdf` : undefined;
  const version = full ? "" : `?variant=${shortened}`;
  const exported = scope !== "result";
  const own = scope === "report" || scope === "result";
  return {
    ...(full ? { pdf } : { pdfWithoutPeople: pdf && `${pdf}${version}` }),
    ...(full && scope === "report" ? sharedLinks(link, secrets.token) : {}),
    csv: exported ? `${here}/plan.csv${version}` : undefined,
    exportByButton: full && scope === "report",
    json: exported ? `${here}/plan.json${version}` : undefined,
    whole: own && !full ? here : undefined,
    usedWhatIf: own && link.assessment.actions["what-if"] === undefined ? `${here}/used-what-if` : undefined,
    confirm:
      scope === "report" && link.assessment.actions.confirmed === undefined && !asksForFollowUps(link, config)
        ? `${here}/confirm`
        : undefined,
    mails:
      scope === "report" && hasFollowUps(link)
        ? choicePath(secrets.choice, addressKey(secrets.address, link.assessment.contact.email))
        : undefined,
    notMe: scope === "report" ? `${here}/not-me` : undefined,
    pulse:
      full && scope === "report" && link.assessment.profile.infrastructurePeople > 0
        ? `${here}/pulse`
        : undefined,
    again: full && scope === "report" ? `${here}/again` : undefined,
    data: own ? `${here}/data` : undefined,
    delete: own ? `${here}/delete` : undefined,
  };
}

/** Said to sales first: the customer's own page leads with what this version leaves out. */
const salesNote =
  "This version leaves out how the work is carried. The customer's first page may carry another headline: ask which decision they saw.";

function topNote(link: OpenedLink, config: FunnelConfig): string | null {
  if (link.scope === "sales") return salesNote;
  return link.scope === "share" ? null : noteFor(link, config);
}

async function readingPage(
  link: OpenedLink,
  variant: Report["variant"],
  dependencies: ApiDependencies,
): Promise<Page> {
  const { assessment, scope } = link;
  const { config } = dependencies;
  const report = await reportBehind(link, variant, dependencies);
  const note = topNote(link, config);
  const checklist = await nextChecklist(link, dependencies);
  return {
    title: "Your result",
    content: (
      <>
        {note === null ? null : (
          <p class="wrap delivery-note" role="status">
            {note}
            {checklist}
          </p>
        )}
        {asksForFollowUps(link, config) ? (
          <section class="wrap follow-up-question" aria-label="Checklists by mail">
            <FollowUpQuestion
              action={`/r/${link.token}/confirm`}
              yes="Start the checklists"
              no="No checklists"
            />
          </section>
        ) : null}
        <ResultView
          report={report}
          stage={scope === "result" ? "result" : "report"}
          links={linksOf(link, variant, dependencies)}
          whatIf={trialData(findEdition(assessment.edition), assessment.answers, assessment.profile, report)}
        />
      </>
    ),
  };
}

/** GET /r/:token: the result, the whole report, or the page that asks to confirm, by what the link may open. */
export function resultPage(app: OpenAPIHono<AppEnvironment>, dependencies: ApiDependencies): void {
  app.get("/r/:token", async (context) => {
    const link = await openLink(context, dependencies, ["result", "confirm", "report", "sales", "share"]);
    const variant = variantOf(link, context.req.query("variant"));
    const page =
      link.scope === "confirm"
        ? confirmPage(link, dependencies.config)
        : await readingPage(link, variant, dependencies);
    return personalPage(context, dependencies, page);
  });
}
