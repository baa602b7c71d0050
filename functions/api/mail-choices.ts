import type { OpenAPIHono } from "@hono/zod-openapi";
import type { Context } from "hono";
import type { ApiDependencies, AppEnvironment } from "#functions/api/dependencies.ts";
import { formValues } from "#functions/api/form-submission.ts";
import { unknownLink } from "#functions/api/opened-link.ts";
import {
  mailChoicePage,
  type Series,
  stopPage,
  stoppedPage,
} from "#functions/api/pages/mail-choice-page.tsx";
import { personalPage } from "#functions/api/pages/page.ts";
import { ApiProblem } from "#functions/api/problem.ts";
import { choicePath, openChoiceToken } from "#functions/choice-token.ts";
import { readAddress } from "#functions/store/addresses.ts";
import { readAssessment } from "#functions/store/assessments.ts";
import { chooseMails, readMailChoice } from "#functions/store/mail-choices.ts";
import { type MailChoice, mailChoices } from "#shared/follow-ups/mail-choice.ts";

const path = "/r/mail/:token";
const monthSeconds = 31 * 86_400;

/** @throws ApiProblem 404 for any other text: the link has no end, so nothing else can be wrong with it */
function openChoice(context: Context, { secrets }: ApiDependencies): { addressHash: string; page: string } {
  const addressHash = openChoiceToken(secrets.choice, context.req.param("token") ?? "");
  if (addressHash === null) throw unknownLink();
  return { addressHash, page: choicePath(secrets.choice, addressHash) };
}

/** Returns where the series of a mailbox stands. */
export async function seriesOf({ table }: ApiDependencies, addressHash: string): Promise<Series> {
  const [choice, address] = await Promise.all([
    readMailChoice(table, addressHash),
    readAddress(table, addressHash),
  ]);
  const lead = address.followUpsOf === undefined ? null : await readAssessment(table, address.followUpsOf);
  return { choice, address, lead };
}

async function choose(dependencies: ApiDependencies, addressHash: string, choice: MailChoice): Promise<void> {
  const { table, config, log, now } = dependencies;
  const at = now();
  const expiresAt = Math.floor(at.getTime() / 1000) + config.privacy.retentionMonths * monthSeconds;
  await chooseMails(table, addressHash, { choice, at, expiresAt });
  log.info("follow-ups chosen", { choice });
}

/**
 * The pages behind the stop link of follow-ups, for people and, by RFC 8058, for their mail programs: GET changes
 * nothing, POST holds at once, and the links have no end. They work without a script and without a cookie.
 */
export function choiceOfMails(app: OpenAPIHono<AppEnvironment>, dependencies: ApiDependencies): void {
  app.get(path, async (context) => {
    const { addressHash, page } = openChoice(context, dependencies);
    const series = await seriesOf(dependencies, addressHash);
    return personalPage(context, dependencies, mailChoicePage(page, series, false));
  });

  app.post(path, async (context) => {
    const { addressHash, page } = openChoice(context, dependencies);
    const { choice: asked } = formValues(await context.req.text());
    const choice = mailChoices.find((known) => known === asked);
    if (choice === undefined)
      throw new ApiProblem(422, "Unprocessable Content", "Go back and choose one of the four.");
    await choose(dependencies, addressHash, choice);
    const series = await seriesOf(dependencies, addressHash);
    return personalPage(context, dependencies, mailChoicePage(page, series, true));
  });

  app.get(`${path}/stop`, (context) => {
    const { page } = openChoice(context, dependencies);
    return personalPage(context, dependencies, stopPage(page));
  });

  // No redirect, and no look at the body: a mail program posts "List-Unsubscribe=One-Click", the page posts nothing.
  app.post(`${path}/stop`, async (context) => {
    const { addressHash, page } = openChoice(context, dependencies);
    await choose(dependencies, addressHash, "none");
    return personalPage(context, dependencies, stoppedPage(page));
  });
}
