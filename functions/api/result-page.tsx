/** @jsxImportSource hono/jsx */
import type { OpenAPIHono } from "@hono/zod-openapi";
import type { ApiDependencies, AppEnvironment } from "#functions/api/dependencies.ts";
import { type OpenedLink, openLink } from "#functions/api/opened-link.ts";
import { deliveryNote, deliveryText } from "#functions/api/pages/delivery-note.ts";
import { messagePage, PostButton } from "#functions/api/pages/message-page.tsx";
import { type Page, personalPage } from "#functions/api/pages/page.ts";
import { opensPdf } from "#functions/api/report-pdf.ts";
import { shortened, variantOf } from "#functions/api/report-variant.ts";
import { reportOf } from "#functions/report.ts";
import { withoutPeopleAnswers } from "#shared/answers.ts";
import type { FunnelConfig } from "#shared/funnel-config.ts";
import { findEdition } from "#shared/questions/index.ts";
import type { Report } from "#shared/report/report.ts";
import type { ResultLinks } from "#shared/views/result/links-part.tsx";
import { ResultView } from "#shared/views/result/result-view.tsx";
import type { WhatIfData } from "#shared/views/result/what-if-part.tsx";

function confirmPage({ token, assessment }: OpenedLink): Page {
  if (assessment.steps.some(({ name }) => name === "report"))
    return messagePage("Confirmed", [deliveryText(deliveryNote(assessment)), "You can close this page."]);
  return messagePage(
    "Send the report to this mailbox?",
    ["Press the button and the report comes by mail. Nothing happens before."],
    <>
      <PostButton action={`/r/${token}/confirm`} label="Send me the report" />
      <p>Did not ask for a report? Press this, and nothing follows.</p>
      <PostButton action={`/r/${token}/not-me`} label="Not me" quiet />
    </>,
  );
}

function linksOf(link: OpenedLink, variant: Report["variant"]): ResultLinks {
  const here = `/r/${link.token}`;
  const full = variant === "full";
  const pdf = opensPdf(link);
  const exported = link.scope === "report" || link.scope === "sales";
  const version = full ? "" : `?variant=${shortened}`;
  return {
    pdf: pdf && full ? `${here}/report.pdf` : undefined,
    pdfWithoutPeople: pdf ? `${here}/report.pdf?variant=${shortened}` : undefined,
    csv: exported ? `${here}/plan.csv${version}` : undefined,
    json: exported ? `${here}/plan.json${version}` : undefined,
    withoutPeople: full && link.scope !== "result" ? `${here}?variant=${shortened}` : undefined,
    whole: full || link.scope === "sales" ? undefined : here,
    notMe: link.scope === "report" ? `${here}/not-me` : undefined,
    delete: link.scope === "sales" ? undefined : `${here}/delete`,
  };
}

function whatIfOf({ assessment }: OpenedLink, { variant, whatIf }: Report): WhatIfData {
  const full = variant === "full";
  const { answers, profile } = assessment;
  const edition = findEdition(assessment.edition);
  return {
    edition: edition.id,
    answers: full ? answers : withoutPeopleAnswers(edition, answers),
    industry: profile.industry,
    infrastructurePeople: profile.infrastructurePeople,
    headcount: profile.headcount,
    options: whatIf.options,
    people: full && profile.infrastructurePeople > 0,
  };
}

function readingPage(link: OpenedLink, variant: Report["variant"], config: FunnelConfig): Page {
  const { assessment, scope } = link;
  const report = reportOf(assessment, config, variant);
  return {
    title: "Your result",
    content: (
      <>
        {scope === "sales" ? null : (
          <p class="wrap delivery-note" role="status">
            {deliveryText(deliveryNote(assessment))}
          </p>
        )}
        <ResultView
          report={report}
          stage={scope === "result" ? "result" : "report"}
          links={linksOf(link, variant)}
          whatIf={whatIfOf(link, report)}
        />
      </>
    ),
  };
}

/** GET /r/:token: the result, the whole report, or the page that asks to confirm, by what the link may open. */
export function resultPage(app: OpenAPIHono<AppEnvironment>, dependencies: ApiDependencies): void {
  app.get("/r/:token", async (context) => {
    const link = await openLink(context, dependencies, ["result", "confirm", "report", "sales"]);
    const variant = variantOf(link, context.req.query("variant"));
    const page =
      link.scope === "confirm" ? confirmPage(link) : readingPage(link, variant, dependencies.config);
    return personalPage(context, dependencies, page);
  });
}
