/** @jsxImportSource hono/jsx */
import type { OpenAPIHono } from "@hono/zod-openapi";
import { mistakesIn } from "#functions/api/check-submission.ts";
import type { ApiDependencies, AppEnvironment } from "#functions/api/dependencies.ts";
import { formValues } from "#functions/api/form-submission.ts";
import { type OpenedLink, openLink, unknownLink } from "#functions/api/opened-link.ts";
import { messagePage } from "#functions/api/pages/message-page.tsx";
import { type Page, personalPage } from "#functions/api/pages/page.ts";
import { ApiProblem } from "#functions/api/problem.ts";
import { countAddress, countSource } from "#functions/api/submission-limits.ts";
import { mayChange, ownScopes } from "#functions/api/your-data.ts";
import { correctContact, isSameMailbox } from "#functions/leads/correct-contact.ts";
import type { Assessment } from "#functions/store/assessment-item.ts";
import { type Contact, contactSchema } from "#shared/submission.ts";
import { ContactOnlyFields } from "#shared/views/form/contact-fields.tsx";
import { ErrorSummary } from "#shared/views/form/error-summary.tsx";
import type { FieldMistakes, FormValues } from "#shared/views/form/form-state.ts";

interface FormInput {
  token: string;
  values: FormValues;
  mistakes?: FieldMistakes;
}

function contactForm({ token, values, mistakes = [] }: FormInput): Page {
  return {
    title: "Correct contact details",
    content: (
      <div class="wrap assessment contact-form">
        {mistakes.length === 0 ? null : <ErrorSummary mistakes={mistakes} target={(field) => field} />}
        <h1>Correct contact details</h1>
        <p class="hint">
          Another email address gets one mail with a button; press it, and the report follows there. The
          address before is forgotten.
        </p>
        <form method="post" action={`/r/${token}/contact`} novalidate>
          <ContactOnlyFields values={values} mistakes={mistakes} />
          <div class="send">
            <button type="submit" class="button">
              Save
            </button>
          </div>
        </form>
        <p>
          <a href={`/r/${token}/data`}>Go back without a change</a>
        </p>
      </div>
    ),
  };
}

const filled = (text: string | undefined) => (text?.trim() ? text : undefined);

function valuesOf({ email, organisation, name = "", phone = "" }: Contact): FormValues {
  return { email, organisation, name, phone };
}

function contactFrom({ email = "", organisation = "", name, phone }: FormValues) {
  return { email, organisation, name: filled(name), phone: filled(phone) };
}

async function openToChange(...args: Parameters<typeof openLink>): Promise<OpenedLink> {
  const link = await openLink(...args);
  if (!mayChange(link)) throw unknownLink();
  return link;
}

/** Mailboxes that one assessment may have mailed and left: nobody is wrong about their own that often. */
const mostLeft = 5;

/** @throws ApiProblem 429 */
async function countChange(
  dependencies: ApiDependencies,
  { formerSteps = [] }: Assessment,
  source: string,
  email: string,
): Promise<void> {
  const left = new Set(formerSteps.flatMap(({ addressHash }) => addressHash ?? []));
  if (left.size >= mostLeft)
    throw new ApiProblem(
      429,
      "Too Many Requests",
      "The address of this report was corrected too often. Take the assessment again for another one.",
    );
  await countSource(dependencies, source);
  const wait = await countAddress(dependencies, email);
  if (wait === null) return;
  throw new ApiProblem(429, "Too Many Requests", "This address was entered too often today.", {
    retryAfterSeconds: wait,
  });
}

function overtaken(): ApiProblem {
  return new ApiProblem(
    409,
    "Conflict",
    "These contact details were changed in another window just now. Open the link again and look.",
  );
}

/** GET /r/:token/contact shows the form, POST writes it; a correction of another mailbox has to be confirmed there. */
export function correction(app: OpenAPIHono<AppEnvironment>, dependencies: ApiDependencies): void {
  app.get("/r/:token/contact", async (context) => {
    const { token, assessment } = await openToChange(context, dependencies, ownScopes);
    const page = contactForm({ token, values: valuesOf(assessment.contact) });
    return personalPage(context, dependencies, page);
  });
  app.post("/r/:token/contact", async (context) => {
    // Read first: a body may take its time, and what the link opens is to be as it is now.
    const values = formValues(await context.req.text());
    const { token, scope, assessment } = await openToChange(context, dependencies, ownScopes);
    const checked = contactSchema.safeParse(contactFrom(values));
    const mistakes = mistakesIn(checked, { contact: contactFrom(values) });
    if (!checked.success || mistakes.length > 0)
      return personalPage(context, dependencies, contactForm({ token, values, mistakes }), 422);
    const moved = !isSameMailbox(dependencies, assessment.contact.email, checked.data.email);
    if (moved)
      await countChange(dependencies, assessment, dependencies.sourceOf(context), checked.data.email);
    const mayStill = (current: Assessment) => mayChange({ scope, assessment: current });
    if ((await correctContact(dependencies, assessment, checked.data, mayStill)) === null) throw overtaken();
    dependencies.log.info("contact corrected", { assessment: assessment.id, moved });
    dependencies.stepsOwed(assessment.id);
    if (!moved) return context.redirect(`/r/${token}/data`, 303);
    const page = messagePage(
      "Saved",
      ["One mail goes to the new address. Press the button behind its link, and the report follows."],
      // The mailed link has ended with its mailbox: the next one is in the mail to come.
      scope === "result" ? (
        <p>
          <a href={`/r/${token}/data`}>Back to your data</a>
        </p>
      ) : null,
    );
    return personalPage(context, dependencies, page);
  });
}
