import { z } from "zod";
import { isDisposable } from "#functions/api/disposable-address.ts";
import { ApiProblem, type FieldProblem } from "#functions/api/problem.ts";
import { checkAnswers, normalizeAnswers } from "#shared/answers.ts";
import { type Edition, industries } from "#shared/edition.ts";
import { findEdition, UnknownEditionError } from "#shared/questions/index.ts";
import { type Submission, submissionSchema } from "#shared/submission.ts";

export interface CheckedSubmission {
  submission: Submission;
  edition: Edition;
}

function pointerOf(path: readonly PropertyKey[]): string {
  return path.map((part) => `/${String(part).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}

/** The form names its fields without their group: "email", "B1". */
function problemAt(path: readonly PropertyKey[], message: string): FieldProblem {
  return { pointer: pointerOf(path), field: String(path.at(-1) ?? ""), message };
}

function schemaProblems(error: z.ZodError): FieldProblem[] {
  return error.issues.flatMap((issue) =>
    issue.code === "unrecognized_keys"
      ? issue.keys.map((name) =>
          problemAt([...issue.path, name], "Leave this field out: it is not known here."),
        )
      : [problemAt(issue.path, issue.message)],
  );
}

/** Returns an entry for each mistake in a part of a submission that was checked by its schema. */
export function mistakesIn(checked: z.ZodSafeParseResult<unknown>, body: unknown): FieldProblem[] {
  return firstOfEachField([
    ...(checked.success ? [] : schemaProblems(checked.error)),
    ...addressProblems(body),
  ]);
}

/** Returns the 422 with an entry for each mistake. */
export function mistakesProblem(errors: readonly FieldProblem[]): ApiProblem {
  const detail =
    errors.length === 1 ? "One field needs another look." : `${errors.length} fields need another look.`;
  return new ApiProblem(422, "Unprocessable Content", detail, { errors });
}

const addressedSchema = z.looseObject({ contact: z.looseObject({ email: z.string() }) });

function addressProblems(body: unknown): FieldProblem[] {
  const addressed = addressedSchema.safeParse(body);
  return addressed.success && isDisposable(addressed.data.contact.email)
    ? [
        problemAt(
          ["contact", "email"],
          "Use an address that lasts: this one is gone soon, and the link with it.",
        ),
      ]
    : [];
}

/** What the answers can be judged by, even where other fields hold mistakes. */
const judgedSchema = z.looseObject({
  answers: z.record(z.string(), z.unknown()),
  profile: z.looseObject({
    industry: z.enum(industries),
    infrastructurePeople: z.int().nullable().catch(null),
  }),
});
export type Judged = z.infer<typeof judgedSchema>;

/** More that has to hold for one kind of client. */
export type ExtraCheck = (edition: Edition, judged: Judged) => FieldProblem[];

function answerProblems(edition: Edition, body: unknown, extra: ExtraCheck): FieldProblem[] {
  const judged = judgedSchema.safeParse(body);
  if (!judged.success) return [];
  const { answers, profile } = judged.data;
  return [
    ...checkAnswers(edition, answers, profile).map(({ questionId, message }) =>
      problemAt(["answers", questionId], message),
    ),
    ...extra(edition, judged.data),
  ];
}

/** Returns the edition asked for; null where the body names none, which the schema reports. */
function editionOf(body: unknown): Edition | null {
  const named = z.looseObject({ edition: z.string().max(20) }).safeParse(body);
  if (!named.success) return null;
  try {
    return findEdition(named.data.edition);
  } catch (error) {
    if (error instanceof UnknownEditionError) throw mistakesProblem([problemAt(["edition"], error.message)]);
    throw error;
  }
}

function firstOfEachField(problems: readonly FieldProblem[]): FieldProblem[] {
  return [
    ...new Map([...problems].reverse().map((problem) => [problem.pointer, problem])).values(),
  ].reverse();
}

/**
 * Returns the submission with its answers as they count.
 * @throws ApiProblem 422 with one entry per field
 */
export function checkSubmission(body: unknown, extra: ExtraCheck = () => []): CheckedSubmission {
  const edition = editionOf(body);
  const parsed = submissionSchema.safeParse(body);
  const problems = firstOfEachField([
    ...(parsed.success ? [] : schemaProblems(parsed.error)),
    ...addressProblems(body),
    ...(edition === null ? [] : answerProblems(edition, body, extra)),
  ]);
  if (!parsed.success || edition === null || problems.length > 0) throw mistakesProblem(problems);
  const { answers, profile, submissionId } = parsed.data;
  const submission = {
    ...parsed.data,
    submissionId: submissionId.toLowerCase(),
    answers: normalizeAnswers(edition, answers, profile),
  };
  return { submission, edition };
}
