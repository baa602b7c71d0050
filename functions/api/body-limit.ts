import type { MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import { ApiProblem } from "#functions/api/problem.ts";

/** Several times the longest form. */
export const bodyLimitBytes = 64 * 1024;

/** Refuses a longer body, by its declared length or as soon as it has run over. */
export function limitBody(): MiddlewareHandler {
  return bodyLimit({
    maxSize: bodyLimitBytes,
    onError: () => {
      throw new ApiProblem(413, "Content Too Large", `Send at most ${bodyLimitBytes / 1024} KB.`);
    },
  });
}
