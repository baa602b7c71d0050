import type { Context } from "hono";

/** Returns the media type of the body, in lower case and without parameters; empty for none. */
export function mediaType(context: Context): string {
  return (context.req.header("content-type") ?? "").split(";")[0]?.trim().toLowerCase() ?? "";
}

/** Returns whether the request came from the plain form, whose answer must be a page. */
export function isForm(context: Context): boolean {
  return mediaType(context) === "application/x-www-form-urlencoded";
}
