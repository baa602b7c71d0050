/** @jsxImportSource hono/jsx */
import type { OpenAPIHono } from "@hono/zod-openapi";
import type { ApiDependencies, AppEnvironment } from "#functions/api/dependencies.ts";
import { openLink } from "#functions/api/opened-link.ts";
import { messagePage, PostButton } from "#functions/api/pages/message-page.tsx";
import { personalPage } from "#functions/api/pages/page.ts";
import { eraseLead } from "#functions/leads/erase-lead.ts";
import type { Scope } from "#functions/tokens.ts";

const owners: readonly Scope[] = ["result", "confirm", "report"];

/** GET /r/:token/delete asks, POST deletes: the answers, the contact and the history; a suppression stays. */
export function deletion(app: OpenAPIHono<AppEnvironment>, dependencies: ApiDependencies): void {
  const { log } = dependencies;
  app.get("/r/:token/delete", async (context) => {
    const { token } = await openLink(context, dependencies, owners);
    const page = messagePage(
      "Delete these answers?",
      [
        "The answers, the contact details and this private link go for good. A report already mailed stays with its reader. The number of mails to the address today, without the address, goes by itself within two days.",
      ],
      <>
        <PostButton action={`/r/${token}/delete`} label="Delete everything" />
        <p>
          <a href={`/r/${token}`}>Keep it and go back</a>
        </p>
      </>,
    );
    return personalPage(context, dependencies, page);
  });
  app.post("/r/:token/delete", async (context) => {
    const { assessment } = await openLink(context, dependencies, owners);
    await eraseLead(dependencies, assessment.id);
    log.info("assessment deleted", { assessment: assessment.id });
    const page = messagePage("Deleted", [
      "The answers and contact details are gone. The private link no longer opens.",
    ]);
    return personalPage(context, dependencies, page);
  });
}
