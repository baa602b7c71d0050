/** The team's side of a pulse: one page, one form, nothing that says who or when. */
import type { OpenAPIHono } from "@hono/zod-openapi";
import type { Context } from "hono";
import type { ApiDependencies, AppEnvironment } from "#functions/api/dependencies.ts";
import { formValues } from "#functions/api/form-submission.ts";
import { unknownLink } from "#functions/api/opened-link.ts";
import { messagePage } from "#functions/api/pages/message-page.tsx";
import { personalPage } from "#functions/api/pages/page.ts";
import { pulseForm, pulseThanks } from "#functions/api/pages/pulse-form.tsx";
import { createSourceRate } from "#functions/api/source-rate.ts";
import { answerPulse } from "#functions/pulse/answer-pulse.ts";
import { decodeInvitation, type Invitation } from "#functions/pulse/invitation.ts";
import { type PulseState, readPulse } from "#functions/store/pulses.ts";
import {
  type PulseAnswer,
  type PulseAnswers,
  type PulseQuestionId,
  pulseQuestionIds,
} from "#shared/pulse/questions.ts";
import { currentEdition } from "#shared/questions/index.ts";
import type { FieldMistakes, FormValues } from "#shared/views/form/form-state.ts";

/** Counted in memory and forgotten within the minute: a count in the table would say when somebody answered. */
const pagesPerMinute = 60;

const ended = () =>
  messagePage("This pulse has ended", [
    "No more answers are taken. What was answered is shown only where five or more people did, and only as one number for each cause.",
  ]);

interface Opened {
  invitation: Invitation;
  /** null: it has ended. */
  open: NonNullable<PulseState["open"]> | null;
}

/** Says the same of an invitation that was used and of one that was not. @throws ApiProblem 404 */
async function opened(context: Context, { table }: ApiDependencies): Promise<Opened> {
  const invitation = decodeInvitation(context.req.param("invitation") ?? "");
  if (invitation === null) throw unknownLink();
  const state = await readPulse(table, invitation.pulseId);
  return { invitation, open: state?.wave === invitation.wave ? state.open : null };
}

function answerFrom(id: PulseQuestionId, text: string | undefined): PulseAnswer | null {
  if (text === "skip") return "skip";
  if (text === "na") return id === "OC1" ? "na" : null;
  const level = [0, 1, 2, 3].find((known) => String(known) === text);
  return level === 0 || level === 1 || level === 2 || level === 3 ? level : null;
}

/** Returns the answers, or what is missing. "Nobody contacts me" answers the question after it. */
function readAnswers(values: FormValues): { answers: PulseAnswers } | { mistakes: FieldMistakes } {
  const given = (id: PulseQuestionId) =>
    id === "OC2" && values.OC1 === "na" ? "na" : answerFrom(id, values[id]);
  const missing = pulseQuestionIds.filter((id) => given(id) === null);
  if (missing.length > 0)
    return {
      mistakes: missing.map((field) => ({
        field,
        message: "Choose an answer, or “I would rather not say”.",
      })),
    };
  const answer = (id: PulseQuestionId): PulseAnswer => given(id) ?? "skip";
  return {
    answers: {
      OC1: answer("OC1"),
      OC2: answer("OC2"),
      SK1: answer("SK1"),
      SK2: answer("SK2"),
      RC1: answer("RC1"),
      TS2: answer("TS2"),
      EL2: answer("EL2"),
    },
  };
}

/** GET /r/pulse/:invitation shows the questions, POST takes the answers. Neither writes a line in the log. */
export function pulseAnswer(app: OpenAPIHono<AppEnvironment>, dependencies: ApiDependencies): void {
  const { table, config, now } = dependencies;
  const countSource = createSourceRate(pagesPerMinute, now);
  const formOf = (context: Context, open: NonNullable<Opened["open"]>) => ({
    invitation: context.req.param("invitation") ?? "",
    edition: currentEdition,
    open,
    config,
  });
  app.get("/r/pulse/:invitation", async (context) => {
    countSource(dependencies.sourceOf(context));
    const { open } = await opened(context, dependencies);
    const page = open === null ? ended() : pulseForm({ ...formOf(context, open), values: {}, mistakes: [] });
    return personalPage(context, dependencies, page);
  });
  app.post("/r/pulse/:invitation", async (context) => {
    countSource(dependencies.sourceOf(context));
    const { invitation, open } = await opened(context, dependencies);
    if (open === null) return personalPage(context, dependencies, ended(), 410);
    const values = formValues(await context.req.text());
    const read = readAnswers(values);
    if ("mistakes" in read) {
      const page = pulseForm({ ...formOf(context, open), values, mistakes: read.mistakes });
      return personalPage(context, dependencies, page, 422);
    }
    await answerPulse(table, invitation, read.answers, now());
    return personalPage(context, dependencies, pulseThanks());
  });
}
