import { createHash, timingSafeEqual } from "node:crypto";
import type { MiddlewareHandler } from "hono";
import { ApiProblem } from "#functions/api/problem.ts";

/** CloudFront sends the shared secret here, over whatever the visitor sent under that name. */
export const originSecretHeader = "x-origin-secret";

const digest = (text: string) => createHash("sha256").update(text).digest();

/**
 * Lets through what CloudFront sent, and nobody who found the address of the API behind it: around CloudFront a caller
 * could claim any network source.
 * @param secrets the one CloudFront sends, and the one before, which it sends until it is deployed everywhere
 */
export function originCheck(secrets: readonly string[]): MiddlewareHandler {
  const accepted = secrets.map(digest);
  return async (context, next) => {
    const given = digest(context.req.header(originSecretHeader) ?? "");
    if (!accepted.some((one) => timingSafeEqual(one, given)))
      throw new ApiProblem(403, "Forbidden", "Use the address of the site.");
    await next();
  };
}
