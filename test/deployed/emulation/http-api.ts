/** The HTTP API: picks the route and hands the request to its function as a payload of version 2.0. */
import { randomUUID } from "node:crypto";
import type { LambdaFunction } from "./lambda-function.ts";
import type { Json, ResolvedTemplate } from "./template.ts";
import { account } from "./template.ts";

export interface ApiRequest {
  method: string;
  /** With the query. */
  url: string;
  headers: Record<string, string>;
  body: Buffer;
  sourceIp: string;
}

export interface ApiAnswer {
  status: number;
  headers: Headers;
  body: Buffer;
}

interface Route {
  key: string;
  method: string;
  parts: string[];
  target: LambdaFunction;
}

interface LambdaAnswer {
  statusCode: number;
  headers?: Record<string, string>;
  cookies?: string[];
  body?: string;
  isBase64Encoded?: boolean;
}

const textual = /^(?:text\/|application\/(?:json|javascript|xml|x-www-form-urlencoded|problem\+json))/;

function matches({ method, parts }: Route, asked: string, path: string): boolean {
  if (method !== "ANY" && method !== asked) return false;
  const given = path.split("/").slice(1);
  const greedy = parts.at(-1)?.endsWith("+}") ?? false;
  if (greedy ? given.length < parts.length : given.length !== parts.length) return false;
  return parts.every((part, at) => part.startsWith("{") || part === given[at]);
}

/** Exact before parameters before greedy ones, a method before any: https://docs.aws.amazon.com/apigateway/ */
function rank({ method, parts }: Route): number {
  const greedy = parts.some((part) => part.endsWith("+}")) ? 0 : 1_000;
  const exact = parts.filter((part) => !part.startsWith("{")).length;
  return greedy + exact * 10 + (method === "ANY" ? 0 : 1);
}

export class HttpApi {
  /** What came over functions that could not answer. */
  readonly failures: unknown[] = [];
  private readonly routes: Route[];

  constructor(template: ResolvedTemplate, functions: ReadonlyMap<string, LambdaFunction>) {
    const integrations = new Map(template.ofType("AWS::ApiGatewayV2::Integration"));
    this.routes = template
      .ofType("AWS::ApiGatewayV2::Route")
      .map(([, route]) => routeOf(route, integrations, functions))
      .sort((one, other) => rank(other) - rank(one));
  }

  /** Returns the key of the route that takes a request, or null for one that none takes. */
  routeFor(method: string, path: string): string | null {
    return this.routes.find((route) => matches(route, method, path))?.key ?? null;
  }

  async answer(request: ApiRequest): Promise<ApiAnswer> {
    const url = new URL(request.url, "https://api.invalid");
    const route = this.routes.find((one) => matches(one, request.method, url.pathname));
    if (route === undefined) return refusal(404, "Not Found");
    try {
      return asResponse((await route.target.invoke(payload(request, url, route.key))) as LambdaAnswer);
    } catch (error) {
      this.failures.push(error);
      return refusal(500, "Internal Server Error");
    }
  }
}

function routeOf(
  route: { [name: string]: Json },
  integrations: ReadonlyMap<string, { [name: string]: Json }>,
  functions: ReadonlyMap<string, LambdaFunction>,
): Route {
  const key = String(route.RouteKey);
  const [method = "", path = ""] = key.split(" ");
  const integration = integrations.get(String(route.Target).split("/").at(-1) ?? "");
  const name = String(integration?.IntegrationUri).split(":").at(-1) ?? "";
  const target = functions.get(name);
  if (target === undefined || integration?.PayloadFormatVersion !== "2.0")
    throw new Error(`The route ${key} leads to no function with payload 2.0.`);
  return { key, method, parts: path.split("/").slice(1), target };
}

const refusal = (status: number, message: string): ApiAnswer => ({
  status,
  headers: new Headers({ "content-type": "application/json" }),
  body: Buffer.from(JSON.stringify({ message })),
});

function payload({ method, headers, body, sourceIp }: ApiRequest, url: URL, routeKey: string): object {
  const { cookie, ...others } = headers;
  const binary = body.length > 0 && !textual.test(headers["content-type"] ?? "");
  return {
    version: "2.0",
    routeKey,
    rawPath: url.pathname,
    rawQueryString: url.search.slice(1),
    ...(cookie === undefined ? {} : { cookies: cookie.split("; ") }),
    headers: others,
    ...(url.search === "" ? {} : { queryStringParameters: Object.fromEntries(url.searchParams) }),
    requestContext: {
      accountId: account,
      apiId: "api",
      domainName: url.hostname,
      domainPrefix: "api",
      http: {
        method,
        path: url.pathname,
        protocol: "HTTP/1.1",
        sourceIp,
        userAgent: headers["user-agent"] ?? "",
      },
      requestId: randomUUID(),
      routeKey,
      stage: "$default",
      time: new Date().toUTCString(),
      timeEpoch: Date.now(),
    },
    ...(body.length === 0 ? {} : { body: binary ? body.toString("base64") : body.toString("utf8") }),
    isBase64Encoded: binary,
  };
}

function asResponse({
  statusCode,
  headers = {},
  cookies = [],
  body = "",
  isBase64Encoded,
}: LambdaAnswer): ApiAnswer {
  const sent = new Headers(headers);
  for (const cookie of cookies) sent.append("set-cookie", cookie);
  return { status: statusCode, headers: sent, body: Buffer.from(body, isBase64Encoded ? "base64" : "utf8") };
}
