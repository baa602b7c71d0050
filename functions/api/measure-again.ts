import type { OpenAPIHono } from "@hono/zod-openapi";
import type { Context } from "hono";
import { acceptSubmission } from "#functions/api/accept-submission.ts";
import { checkSubmission } from "#functions/api/check-submission.ts";
import type { ApiDependencies, AppEnvironment } from "#functions/api/dependencies.ts";
import {
  consentFrom,
  formValues,
  openCoreQuestions,
  submissionFromForm,
} from "#functions/api/form-submission.ts";
import { openLink } from "#functions/api/opened-link.ts";
import { againPage, outcomeField } from "#functions/api/pages/again-page.tsx";
import { personalPage } from "#functions/api/pages/page.ts";
import { type ApiProblem, asProblem } from "#functions/api/problem.ts";
import type { Assessment } from "#functions/store/assessment-item.ts";
import type { StoredEarlier } from "#functions/store/earlier-schema.ts";
import { privatePath, type Scope } from "#functions/tokens.ts";
import { askAgain } from "#shared/progress/ask-again.ts";
import { plannedSteps, type StepOutcome, stepOutcomes } from "#shared/progress/earlier.ts";
import { currentEdition, findEdition } from "#shared/questions/index.ts";
import { longDate } from "#shared/report/wording.ts";
import type { FormValues } from "#shared/views/form/form-state.ts";

/** The link that was mailed: it opens the earlier answers. */
const mailed: readonly Scope[] = ["report"];

const askedOf = ({ edition, answers, profile }: Assessment) =>
  askAgain(currentEdition, findEdition(edition), { answers, ...profile });

function stepsOf({ edition, scorecard }: Assessment) {
  const { recommendations } = findEdition(edition);
  const named = (ids: readonly string[]) =>
    ids.flatMap((id) => recommendations.find((step) => step.id === id) ?? []);
  const { now, next, later } = scorecard.priorities;
  return { first: named(now), later: named([...next, ...later]) };
}

/** What the form holds before anything is changed; the consent to follow-ups is asked anew. */
function filledIn(assessment: Assessment): FormValues {
  const answers = Object.entries(askedOf(assessment).filledIn).map(([id, answer]) => [id, String(answer)]);
  const { benchmark, reportOnly } = assessment.consent;
  return {
    ...Object.fromEntries(answers),
    infrastructurePeople: String(assessment.profile.infrastructurePeople),
    ...(benchmark ? { benchmark: "on" } : {}),
    ...(reportOnly ? { reportOnly: "on" } : {}),
    submissionId: crypto.randomUUID(),
  };
}

function outcomeFrom(text: string | undefined): StepOutcome | undefined {
  return stepOutcomes.find((outcome) => outcome === text);
}

/** The assessment before, as it is kept with the new one; itself it stays untouched. */
function earlierOf(assessment: Assessment, values: FormValues): StoredEarlier {
  const { id, edition, answers, profile, scorecard, createdAt, earlier } = assessment;
  return {
    id,
    firstId: earlier?.firstId ?? id,
    edition,
    answers,
    industry: profile.industry,
    infrastructurePeople: profile.infrastructurePeople,
    scorecard,
    date: createdAt.slice(0, 10),
    outcomes: Object.fromEntries(
      plannedSteps(scorecard).flatMap((step): [string, StepOutcome][] => {
        const outcome = outcomeFrom(values[outcomeField(step)]);
        return outcome === undefined ? [] : [[step, outcome]];
      }),
    ),
  };
}

/** NaN is refused with what to enter instead. */
const peopleFrom = ({ infrastructurePeople = "" }: FormValues) =>
  infrastructurePeople.trim() === "" ? undefined : Number(infrastructurePeople);

/** The body of a new submission: answers from the form, everything else from the assessment before. */
function submissionOf(assessment: Assessment, values: FormValues, secret: string) {
  const { profile, contact } = assessment;
  const form = submissionFromForm(secret, {
    ...values,
    edition: currentEdition.id,
    industry: profile.industry,
    page: "/measure-again",
  });
  return {
    ...form,
    profile: { ...profile, infrastructurePeople: peopleFrom(values) },
    contact,
    consent: consentFrom(values),
  };
}

function pageFor(assessment: Assessment, token: string, values: FormValues, { config }: ApiDependencies) {
  return (mistakes: Parameters<typeof againPage>[0]["mistakes"]) =>
    againPage({
      token,
      edition: currentEdition,
      asked: askedOf(assessment),
      steps: stepsOf(assessment),
      since: longDate(assessment.createdAt.slice(0, 10)),
      values,
      mistakes,
      privacy: config.privacy,
      followUps: config.followUps.enabled,
      otherEdition: assessment.edition !== currentEdition.id,
    });
}

/** Sent again after a conflict, the form is a new submission. */
function kept(values: FormValues, failure: ApiProblem): FormValues {
  return failure.status === 409 ? { ...values, submissionId: crypto.randomUUID() } : values;
}

async function answerAgain(context: Context, dependencies: ApiDependencies): Promise<Response> {
  const { assessment, token } = await openLink(context, dependencies, mailed);
  const { secrets } = dependencies;
  const values = formValues(await context.req.text());
  try {
    const body = submissionOf(assessment, values, secrets.submission);
    const accepted = await acceptSubmission(dependencies, checkSubmission(body, openCoreQuestions), {
      source: dependencies.sourceOf(context),
      trapped: false,
      earlier: earlierOf(assessment, values),
    });
    return context.redirect(privatePath(secrets.token, accepted.assessment, "report"), 303);
  } catch (error) {
    const failure = asProblem(error);
    if (failure.status === 500) throw error;
    if (failure.retryAfterSeconds !== null) context.header("Retry-After", String(failure.retryAfterSeconds));
    const mistakes =
      failure.errors.length > 0 ? failure.errors : [{ field: "contact", message: failure.detail }];
    const page = pageFor(assessment, token, kept(values, failure), dependencies);
    return personalPage(context, dependencies, page(mistakes), failure.status);
  }
}

/** GET /r/:token/again shows the form with the earlier answers, POST makes a new assessment that is compared with them. */
export function measureAgain(app: OpenAPIHono<AppEnvironment>, dependencies: ApiDependencies): void {
  app.get("/r/:token/again", async (context) => {
    const { assessment, token } = await openLink(context, dependencies, mailed);
    const page = pageFor(assessment, token, filledIn(assessment), dependencies);
    return personalPage(context, dependencies, page([]));
  });
  app.post("/r/:token/again", (context) => answerAgain(context, dependencies));
}
