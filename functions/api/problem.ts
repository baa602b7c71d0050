/** What a caller may learn about a failure: RFC 9457 problem documents, and nothing else. */
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { z } from "zod";
import { TableUnavailable } from "#functions/store/failures.ts";

export const fieldProblemSchema = z.object({
  /** JSON Pointer into the body (RFC 6901). */
  pointer: z.string(),
  /** Name of the form field: a question id, or a name such as "email". */
  field: z.string(),
  message: z.string(),
});
export type FieldProblem = z.infer<typeof fieldProblemSchema>;

export const problemDocumentSchema = z.object({
  type: z.literal("about:blank"),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  /** Names this request in the log. */
  requestId: z.string(),
  errors: z.array(fieldProblemSchema).optional(),
});

interface ProblemOptions {
  errors?: readonly FieldProblem[];
  retryAfterSeconds?: number;
  /** Where a page offers "Not me": whoever got the link may not have asked for it. */
  notMe?: string;
}

/** Thrown anywhere in a request; turned into a response in one place. */
export class ApiProblem extends Error {
  override name = "ApiProblem";
  readonly errors: readonly FieldProblem[];
  readonly retryAfterSeconds: number | null;
  readonly notMe: string | null;

  constructor(
    readonly status: ContentfulStatusCode,
    readonly title: string,
    readonly detail: string,
    options: ProblemOptions = {},
  ) {
    super(detail);
    this.errors = options.errors ?? [];
    this.retryAfterSeconds = options.retryAfterSeconds ?? null;
    this.notMe = options.notMe ?? null;
  }

  document(requestId: string): z.infer<typeof problemDocumentSchema> {
    const { title, status, detail } = this;
    const errors = this.errors.length > 0 ? { errors: [...this.errors] } : {};
    return { type: "about:blank", title, status, detail, requestId, ...errors };
  }
}

/** Returns what a caller is told about a failure; the unexpected becomes a bare 500. */
export function asProblem(error: unknown): ApiProblem {
  if (error instanceof ApiProblem) return error;
  if (error instanceof TableUnavailable)
    return new ApiProblem(
      503,
      "Service Unavailable",
      "We could not store this just now. Nothing you entered is lost: send it again in a minute.",
      { retryAfterSeconds: 60 },
    );
  return new ApiProblem(500, "Internal Server Error", "Something failed on our side. Please send it again.");
}
