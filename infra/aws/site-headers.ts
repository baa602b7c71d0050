import { Duration } from "aws-cdk-lib";
import {
  HeadersFrameOption,
  HeadersReferrerPolicy,
  type ResponseCustomHeader,
  type ResponseHeadersPolicyProps,
  type ResponseSecurityHeadersBehavior,
} from "aws-cdk-lib/aws-cloudfront";
import { Hono } from "hono";
import { securityHeaders } from "#functions/api/security-headers.ts";

/** Returns the headers that the app itself answers with: the static pages get the same, from the same definition. */
export async function appHeaders(siteUrl: string): Promise<Headers> {
  const app = new Hono().use(securityHeaders(siteUrl)).get("/", (context) => context.body(null));
  return (await app.request("/")).headers;
}

// CloudFront takes these as settings of their own and refuses them among the custom headers.
const settings = [
  "content-security-policy",
  "strict-transport-security",
  "x-content-type-options",
  "x-frame-options",
  "referrer-policy",
  "x-xss-protection",
];

function strictTransportSecurity(
  value: string,
): Pick<ResponseSecurityHeadersBehavior, "strictTransportSecurity"> {
  const seconds = /max-age=(\d+)/.exec(value)?.[1];
  if (seconds === undefined) return {};
  return {
    strictTransportSecurity: {
      accessControlMaxAge: Duration.seconds(Number(seconds)),
      includeSubdomains: value.includes("includeSubDomains"),
      override: true,
    },
  };
}

function referrerPolicy(headers: Headers): HeadersReferrerPolicy {
  const given = headers.get("referrer-policy");
  const known = Object.values(HeadersReferrerPolicy).find((policy) => policy === given);
  if (known === undefined) throw new Error(`CloudFront knows no referrer policy ${given}.`);
  return known;
}

/** Returns the headers policy of the static pages. */
export function headersPolicy(headers: Headers): ResponseHeadersPolicyProps {
  const custom: ResponseCustomHeader[] = [...headers]
    .filter(([header]) => !settings.includes(header))
    .map(([header, value]) => ({ header, value, override: true }));
  return {
    securityHeadersBehavior: {
      contentSecurityPolicy: {
        contentSecurityPolicy: headers.get("content-security-policy") ?? "",
        override: true,
      },
      contentTypeOptions: { override: true },
      frameOptions: { frameOption: HeadersFrameOption.DENY, override: true },
      referrerPolicy: { referrerPolicy: referrerPolicy(headers), override: true },
      // "0": the filters it once switched on did harm, so the app switches them off.
      xssProtection: { protection: headers.get("x-xss-protection") === "1", override: true },
      ...strictTransportSecurity(headers.get("strict-transport-security") ?? ""),
    },
    customHeadersBehavior: { customHeaders: custom },
  };
}
