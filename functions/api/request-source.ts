import { isIPv6 } from "node:net";
import type { Context } from "hono";
import type { ApiGatewayRequestContextV2 } from "hono/aws-lambda";

/** CloudFront puts the visitor's network address here, over whatever the visitor sent under that name. */
export const viewerAddressHeader = "x-viewer-address";

interface GatewayEnvironment {
  Bindings: { requestContext: ApiGatewayRequestContextV2 };
}

/**
 * Returns the network source of a request to the HTTP API: the visitor behind CloudFront. The header can be believed
 * because only CloudFront gets as far as here (functions/api/origin-check.ts).
 */
export function requestSource(context: Context<GatewayEnvironment>): string {
  return context.req.header(viewerAddressHeader) ?? context.env.requestContext.http.sourceIp;
}

const mappedIPv4 = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i;

/**
 * Returns what counts as one source: an IPv4 address, or the first 64 bits of an IPv6 address, the least that one
 * subscriber gets and may use as a fresh address for each request. Any other text stays as it is.
 */
export function networkOf(address: string): string {
  const mapped = mappedIPv4.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  const [bare = ""] = address.split("%");
  if (!isIPv6(bare)) return address;
  // A URL spells an IPv6 address in one way only, without leading zeros.
  const [head = "", tail = ""] = new URL(`http://[${bare}]`).hostname.slice(1, -1).split("::");
  const groups = (part: string) => (part === "" ? [] : part.split(":"));
  const missing = 8 - groups(head).length - groups(tail).length;
  const all = [...groups(head), ...Array<string>(missing).fill("0"), ...groups(tail)];
  return `${all.slice(0, 4).join(":")}::/64`;
}
