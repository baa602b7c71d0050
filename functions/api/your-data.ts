import type { OpenAPIHono } from "@hono/zod-openapi";
import type { ApiDependencies, AppEnvironment } from "#functions/api/dependencies.ts";
import { type OpenedLink, openLink } from "#functions/api/opened-link.ts";
import { dataPage } from "#functions/api/pages/data-page.tsx";
import { personalPage } from "#functions/api/pages/page.ts";
import { type PersonalData, personalData } from "#functions/privacy/personal-data.ts";
import { addressKey, readAddress } from "#functions/store/addresses.ts";
import type { Scope } from "#functions/tokens.ts";

/** Links given to the person themselves: whoever sent the form, and whoever reads the mailbox. */
export const ownScopes: readonly Scope[] = ["result", "report"];

/**
 * Returns whether this link may change contact and consent: the mailed one always, the one of the form until somebody
 * who reads a mailbox of this assessment has pressed the button. Whether they pressed one before, for another
 * assessment, must not show here: whoever sends the form could try addresses.
 */
export function mayChange({ scope, assessment }: Pick<OpenedLink, "scope" | "assessment">): boolean {
  return scope === "report" || assessment.provedAt === undefined;
}

/** What the mail link shows in full; the link of the form tells nothing about the mailbox. */
async function dataBehind(
  { scope, assessment }: OpenedLink,
  { table, secrets }: ApiDependencies,
): Promise<PersonalData> {
  if (scope === "result") return personalData(assessment, null);
  return personalData(
    assessment,
    await readAddress(table, addressKey(secrets.address, assessment.contact.email)),
  );
}

/** GET /r/:token/data shows what is held of a person, data.json hands it over. */
export function yourData(app: OpenAPIHono<AppEnvironment>, dependencies: ApiDependencies): void {
  app.get("/r/:token/data", async (context) => {
    const link = await openLink(context, dependencies, ownScopes);
    const data = await dataBehind(link, dependencies);
    const { config } = dependencies;
    const page = dataPage({ data, config, token: link.token, mayChange: mayChange(link) });
    return personalPage(context, dependencies, page);
  });
  app.get("/r/:token/data.json", async (context) => {
    const link = await openLink(context, dependencies, ownScopes);
    const data = await dataBehind(link, dependencies);
    return context.body(`${JSON.stringify(data, null, 2)}\n`, 200, {
      "Content-Type": "application/json; charset=utf-8",
      "Content-Disposition": 'attachment; filename="my-readiness-data.json"',
      "Cache-Control": "no-store",
      "Referrer-Policy": "no-referrer",
      "X-Robots-Tag": "noindex",
    });
  });
}
