/** The plain HTML form, read into the body that POST /api/assessments takes as JSON. */

import type { Judged } from "#functions/api/check-submission.ts";
import { derivedSubmissionId } from "#functions/api/content-hash.ts";
import type { FieldProblem } from "#functions/api/problem.ts";
import { unansweredQuestions } from "#shared/assessment-path.ts";
import type { Answers, Edition } from "#shared/edition.ts";
import { currentEdition, editions } from "#shared/questions/index.ts";
import { answerSchema, type Consent, submissionSchema } from "#shared/submission.ts";
import { unansweredMessage } from "#shared/views/form/choice-texts.ts";
import type { FormValues } from "#shared/views/form/form-state.ts";

const questionName = /^[A-Z]{1,4}[0-9]{1,2}$/;

/** Returns the fields by name; of a field sent twice, the last. */
export function formValues(body: string): FormValues {
  return Object.fromEntries(new URLSearchParams(body));
}

/** "95,000" and "95 000" are how people write a salary. */
function numberFrom(text: string | undefined): number | undefined {
  const digits = text?.trim().replace(/(?<=\d)[,\s](?=\d{3}(?!\d))/g, "");
  return digits ? Number(digits) : undefined;
}

const filled = (text: string | undefined) => (text?.trim() ? text : undefined);
const ticked = (text: string | undefined) => text !== undefined && text !== "" && text !== "false";

/** Returns which boxes of consent were ticked. */
export function consentFrom(values: FormValues): Consent {
  return {
    followUps: ticked(values.followUps),
    benchmark: ticked(values.benchmark),
    reportOnly: ticked(values.reportOnly),
  };
}

function answerFrom(text: string): number | string {
  return /^[0-9]$/.test(text) ? Number(text) : text;
}

/**
 * Answers to the overlay of another industry are left out, not refused:
 * without a script every overlay is on the page, and a radio button cannot be taken back.
 */
function answersFrom(edition: Edition, values: FormValues): Record<string, number | string> {
  const known = new Set(edition.questions.map(({ id }) => id));
  const own = new Set(
    edition.questions
      .filter((question) => question.kind === "people" || [null, values.industry].includes(question.industry))
      .map(({ id }) => id),
  );
  return Object.fromEntries(
    Object.entries(values)
      .filter(([name, text]) => questionName.test(name) && text !== "" && (own.has(name) || !known.has(name)))
      .map(([name, text]) => [name, answerFrom(text)]),
  );
}

/** Returns the body that the form stands for; its id is made from its content where the form has none. */
export function submissionFromForm(secret: string, values: FormValues): Record<string, unknown> {
  const edition = editions.find(({ id }) => id === values.edition) ?? currentEdition;
  const body = {
    edition: filled(values.edition) ?? currentEdition.id,
    answers: answersFrom(edition, values),
    profile: {
      industry: filled(values.industry),
      headcount: filled(values.headcount),
      infrastructurePeople: numberFrom(values.infrastructurePeople),
      role: values.role ?? "",
      region: filled(values.region),
      salary: numberFrom(values.salary),
    },
    contact: {
      email: values.email ?? "",
      organisation: values.organisation ?? "",
      name: filled(values.name),
      phone: filled(values.phone),
    },
    consent: consentFrom(values),
    source: {
      page: filled(values.page),
      utm_source: filled(values.utm_source),
      utm_medium: filled(values.utm_medium),
      utm_campaign: filled(values.utm_campaign),
    },
    proof: filled(values.proof),
  };
  return { ...body, submissionId: filled(values.submissionId) ?? idFor(secret, body) };
}

const anyId = "00000000-0000-4000-8000-000000000000";

/** A form with mistakes is never stored, so any id does until they are mended. */
function idFor(secret: string, body: Record<string, unknown>): string {
  const parsed = submissionSchema.safeParse({ ...body, submissionId: anyId });
  return parsed.success ? derivedSubmissionId(secret, parsed.data) : anyId;
}

/** Returns an entry for each question of the core path that was left open; the form asks them of everybody. */
export function openCoreQuestions(edition: Edition, judged: Judged): FieldProblem[] {
  const answers: Answers = Object.fromEntries(
    Object.entries(judged.answers).flatMap(([id, answer]) => {
      const valid = answerSchema.safeParse(answer);
      return valid.success ? [[id, valid.data]] : [];
    }),
  );
  return unansweredQuestions(edition, "core", { ...judged.profile, answers }).map((question) => ({
    pointer: `/answers/${question.id}`,
    field: question.id,
    message: unansweredMessage(question),
  }));
}

const profileFields = ["industry", "infrastructurePeople", "role"];

/** Returns the problems from the top of the form to its end. */
export function inFormOrder(problems: readonly FieldProblem[]): FieldProblem[] {
  const order = [...profileFields, ...currentEdition.sections.flatMap(({ questionIds }) => questionIds)];
  const place = ({ field }: FieldProblem) => {
    const found = order.indexOf(field);
    return found < 0 ? order.length : found;
  };
  return [...problems].sort((a, b) => place(a) - place(b));
}
