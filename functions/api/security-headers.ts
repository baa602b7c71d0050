import type { MiddlewareHandler } from "hono";
import { secureHeaders } from "hono/secure-headers";

const self = ["'self'"];
const none = ["'none'"];

/**
 * Returns the headers of every response: same origin everywhere, nothing inline, nobody frames us.
 * HSTS only under https, since a browser would remember it for every port of localhost.
 */
export function securityHeaders(siteUrl: string): MiddlewareHandler {
  const secure = secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: none,
      scriptSrc: self,
      styleSrc: self,
      imgSrc: ["'self'", "data:"],
      fontSrc: self,
      connectSrc: self,
      workerSrc: self,
      manifestSrc: self,
      formAction: self,
      baseUri: none,
      frameAncestors: none,
    },
    xFrameOptions: "DENY",
    referrerPolicy: false,
    strictTransportSecurity: siteUrl.startsWith("https://") ? "max-age=31536000; includeSubDomains" : false,
    permissionsPolicy: { camera: [], microphone: [], geolocation: [], payment: [] },
  });
  return async (context, next) => {
    await secure(context, next);
    // A private page has set a stricter one.
    if (!context.res.headers.has("Referrer-Policy"))
      context.res.headers.set("Referrer-Policy", "strict-origin-when-cross-origin");
  };
}
