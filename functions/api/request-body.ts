import type { Context } from "hono";
import { ApiProblem } from "#functions/api/problem.ts";

/** Returns the media type of the body in lower case, without parameters; empty where none is given. */
export function mediaType(context: Context): string {
  return (context.req.header("content-type") ?? "").split(";")[0]?.trim().toLowerCase() ?? "";
}

/** Returns whether the request came from the plain form, whose answer must be a page. */
export function isForm(context: Context): boolean {
  return mediaType(context) === "application/x-www-form-urlencoded";
}

/**
 * Returns the body, read as JSON whatever its type.
 * @throws ApiProblem 400
 */
export async function jsonBody(context: Context): Promise<unknown> {
  const text = await context.req.text();
  try {
    return JSON.parse(text);
  } catch {
    throw new ApiProblem(400, "Bad Request", "The body is not valid JSON.");
  }
}
