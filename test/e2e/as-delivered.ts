import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import type { MiddlewareHandler } from "hono";

/** CloudFront compresses texts of this many bytes and more; fonts and pictures are compressed already. */
const smallestCompressed = 1_000;
const compressible = /^(text\/|application\/(javascript|json|xml)|image\/svg)/;
/** A middle setting: what a distribution does on the fly, not the best that patience could do. */
const brotli = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };

const oneYear = "public, max-age=31536000, immutable";

/** Returns a body as CloudFront would transfer it to a browser that takes brotli, gzip or neither. */
export function transferred(body: Uint8Array, type: string, accepted: string): [Uint8Array, string | null] {
  if (body.length < smallestCompressed || !compressible.test(type)) return [body, null];
  if (/\bbr\b/.test(accepted)) return [brotliCompressSync(body, brotli), "br"];
  return /\bgzip\b/.test(accepted) ? [gzipSync(body), "gzip"] : [body, null];
}

/** Compresses and marks for keeping as the distribution does: hashed files for a year, all else asked for again. */
export function asDelivered(): MiddlewareHandler {
  return async (context, next) => {
    await next();
    const type = context.res.headers.get("content-type") ?? "";
    const whole = new Uint8Array(await context.res.arrayBuffer());
    const [body, encoding] = transferred(whole, type, context.req.header("accept-encoding") ?? "");
    const headers = new Headers(context.res.headers);
    headers.set("content-length", String(body.length));
    headers.set(
      "cache-control",
      context.req.path.startsWith("/_astro/") ? oneYear : "public, max-age=0, must-revalidate",
    );
    headers.append("vary", "accept-encoding");
    if (encoding !== null) headers.set("content-encoding", encoding);
    const { status } = context.res;
    // Otherwise the old headers, the length among them, would be laid over the new ones.
    context.res = undefined;
    context.res = new Response(Uint8Array.from(body), { status, headers });
  };
}
