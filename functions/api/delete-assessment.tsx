/** @jsxImportSource hono/jsx */
import type { OpenAPIHono } from "@hono/zod-openapi";
import type { ApiDependencies, AppEnvironment } from "#functions/api/dependencies.ts";
import { openLink } from "#functions/api/opened-link.ts";
import { messagePage, PostButton } from "#functions/api/pages/message-page.tsx";
import { personalPage } from "#functions/api/pages/page.ts";
import { eraseLead } from "#functions/leads/erase-lead.ts";
import { type Erased, erasePerson } from "#functions/leads/erase-person.ts";
import type { Scope } from "#functions/tokens.ts";

const owners: readonly Scope[] = ["result", "confirm", "report"];

/** A reader of the mailbox has all of it deleted; whoever sent the form, what they sent with it. */
const ofMailbox = (scope: Scope) => scope !== "result";

const whatGoes = (scope: Scope) =>
  ofMailbox(scope)
    ? "The answers, the contact details, every assessment sent with this address and the private links go for good, at once. One last mail confirms it."
    : "The answers, the contact details and this private link go for good, at once.";

const whatStays =
  "A report already mailed stays with its reader. The number of mails to the address today, without the address, goes by itself within two days; that mail there must stop stays as a keyed hash. Sales sees that something was erased, and no more.";

function deletedText({ count, mailed }: Erased): string[] {
  return [
    count === 1
      ? "The answers and contact details are gone. The private link no longer opens."
      : `All ${count} assessments of this address and the contact details are gone. Their private links no longer open.`,
    ...(mailed ? ["One last mail confirms it."] : []),
  ];
}

/** GET /r/:token/delete asks, POST deletes: the answers, the contact and the history; a suppression stays. */
export function deletion(app: OpenAPIHono<AppEnvironment>, dependencies: ApiDependencies): void {
  const { log } = dependencies;
  app.get("/r/:token/delete", async (context) => {
    const { token, scope } = await openLink(context, dependencies, owners);
    const page = messagePage(
      "Delete these answers?",
      [whatGoes(scope), whatStays],
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
    const { assessment, scope } = await openLink(context, dependencies, owners);
    let erased: Erased = { count: 1, mailed: false };
    if (ofMailbox(scope)) erased = await erasePerson(dependencies, assessment);
    else await eraseLead(dependencies, assessment.id);
    log.info("assessment deleted", { assessment: assessment.id, count: erased.count });
    return personalPage(context, dependencies, messagePage("Deleted", deletedText(erased)));
  });
}
