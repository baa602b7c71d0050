import { list, object, type Properties } from "./json.ts";
import type { Json } from "./template.ts";

/** Returns the headers that a policy adds to every answer. */
export function headersOfPolicy({ ResponseHeadersPolicyConfig }: Properties): Headers {
  const config = object(ResponseHeadersPolicyConfig);
  const security = object(config.SecurityHeadersConfig);
  const headers = new Headers();
  for (const { Header, Value } of list(object(config.CustomHeadersConfig).Items))
    headers.set(String(Header), String(Value));
  const set = (name: string, value: Json | undefined) => {
    if (value !== undefined) headers.set(name, String(value));
  };
  set("content-security-policy", object(security.ContentSecurityPolicy).ContentSecurityPolicy);
  set("referrer-policy", object(security.ReferrerPolicy).ReferrerPolicy);
  set("x-frame-options", object(security.FrameOptions).FrameOption);
  if (security.ContentTypeOptions !== undefined) headers.set("x-content-type-options", "nosniff");
  if (security.XSSProtection !== undefined)
    headers.set("x-xss-protection", object(security.XSSProtection).Protection === true ? "1" : "0");
  const transport = object(security.StrictTransportSecurity);
  if (transport.AccessControlMaxAgeSec !== undefined)
    headers.set(
      "strict-transport-security",
      `max-age=${transport.AccessControlMaxAgeSec}${transport.IncludeSubdomains === true ? "; includeSubDomains" : ""}`,
    );
  return headers;
}
