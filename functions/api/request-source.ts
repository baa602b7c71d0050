import type { Context } from "hono";
import type { ApiGatewayRequestContextV2 } from "hono/aws-lambda";

/** CloudFront puts the visitor's network address here, over whatever the visitor sent under that name. */
export const viewerAddressHeader = "x-viewer-address";

interface GatewayEnvironment {
  Bindings: { requestContext: ApiGatewayRequestContextV2 };
}

/** Returns the network source of a request to the HTTP API: the visitor behind CloudFront, or whoever called the API itself. */
export function requestSource(context: Context<GatewayEnvironment>): string {
  return context.req.header(viewerAddressHeader) ?? context.env.requestContext.http.sourceIp;
}
