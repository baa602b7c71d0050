/** @jsxImportSource hono/jsx */
import type { OpenAPIHono } from "@hono/zod-openapi";
import type { ApiDependencies, AppEnvironment } from "#functions/api/dependencies.ts";
import { type OpenedLink, openLink } from "#functions/api/opened-link.ts";
import { deliveryNote, deliveryText } from "#functions/api/pages/delivery-note.ts";
import { messagePage, PostButton } from "#functions/api/pages/message-page.tsx";
import { type Page, personalPage } from "#functions/api/pages/page.ts";
import { opensPdf } from "#functions/api/report-pdf.ts";

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

function ReportLinks({ link }: { link: OpenedLink }) {
  const { token, scope } = link;
  return (
    <section class="wrap prose private-links" aria-labelledby="private-links-title">
      <h2 id="private-links-title">This report</h2>
      {scope === "sales" ? null : <p role="status">{deliveryText(deliveryNote(link.assessment))}</p>}
      {opensPdf(link) ? (
        <ul>
          <li>
            <a href={`/r/${token}/report.pdf`}>Download the report (PDF)</a>
          </li>
          <li>
            <a href={`/r/${token}/report.pdf?variant=without-people`}>
              Download the version to share, without the people part (PDF)
            </a>
          </li>
        </ul>
      ) : null}
      {scope === "sales" ? null : (
        <p>
          <a href={`/r/${token}/delete`}>Delete these answers</a>
        </p>
      )}
      {scope === "report" ? <PostButton action={`/r/${token}/not-me`} label="Not me" quiet /> : null}
    </section>
  );
}

function readingPage(link: OpenedLink): Page {
  return { title: "Your result", content: <ReportLinks link={link} /> };
}

/** GET /r/:token: the result, the whole report, or the page that asks to confirm, by what the link may open. */
export function resultPage(app: OpenAPIHono<AppEnvironment>, dependencies: ApiDependencies): void {
  app.get("/r/:token", async (context) => {
    const link = await openLink(context, dependencies, ["result", "confirm", "report", "sales"]);
    const page = link.scope === "confirm" ? confirmPage(link) : readingPage(link);
    return personalPage(context, dependencies, page);
  });
}
