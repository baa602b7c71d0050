import { HTTPException } from "hono/http-exception";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { ApiProblem } from "#functions/api/problem.ts";
import { TableUnavailable } from "#functions/store/failures.ts";
import { longDate } from "#shared/report/wording.ts";

/**
 * Thrown anywhere in a request of the console; shown as a page in one place. Never 403: CloudFront takes that for a
 * missing file of the site, and shows the page for one.
 */
export class ConsoleProblem extends Error {
  override name = "ConsoleProblem";

  constructor(
    readonly status: ContentfulStatusCode,
    readonly title: string,
    readonly paragraphs: readonly string[],
  ) {
    super(title);
  }
}

/** Says the same for an id that never was, one that is malformed and a lead whose time of keeping is over. */
export function noSuchLead(): ConsoleProblem {
  return new ConsoleProblem(404, "No such lead", [
    "There is no lead at this address. Its time of keeping may be over, or it was erased long ago.",
  ]);
}

/** Says of a lead that it was erased; there is nothing else to say. */
export function erasedLead(erasedAt: string): ConsoleProblem {
  return new ConsoleProblem(410, "Erased", [
    `This lead was erased on ${longDate(erasedAt.slice(0, 10))}. Nothing of it is kept, and nobody writes or calls any more.`,
  ]);
}

/** Returns what a user is told about a failure; the unexpected becomes a bare 500. */
export function asConsoleProblem(error: unknown): ConsoleProblem {
  if (error instanceof ConsoleProblem) return error;
  if (error instanceof ApiProblem) return new ConsoleProblem(error.status, error.title, [error.detail]);
  if (error instanceof HTTPException && error.status === 413)
    return new ConsoleProblem(413, "This is too long", ["Nothing was stored. Go back and shorten it."]);
  if (error instanceof HTTPException && error.status === 403)
    return new ConsoleProblem(400, "This came from another site", ["Nothing was changed."]);
  if (error instanceof TableUnavailable)
    return new ConsoleProblem(503, "The table does not answer", [
      "Nothing is lost, but it is not known whether your last change was stored. Look again in a minute.",
    ]);
  return new ConsoleProblem(500, "Something failed on our side", [
    "Nothing more is known here. The log has it under the number below.",
  ]);
}
