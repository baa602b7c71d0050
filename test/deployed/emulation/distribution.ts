/** CloudFront: behaviors, the code at the edge, the files of the bucket, and the headers they get. */
import { existsSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { createContext, Script } from "node:vm";
import type { Assembly } from "./assembly.ts";
import { headersOfPolicy } from "./headers-policy.ts";
import type { ApiAnswer, ApiRequest, HttpApi } from "./http-api.ts";
import { list, object, type Properties } from "./json.ts";

const types: Readonly<Record<string, string>> = {
  ".html": "text/html",
  ".css": "text/css",
  ".js": "text/javascript",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".ico": "image/x-icon",
  ".pdf": "application/pdf",
  ".txt": "text/plain",
  ".xml": "application/xml",
  ".woff2": "font/woff2",
  ".webmanifest": "application/manifest+json",
};

interface Behavior {
  pattern: string;
  methods: string[];
  codes: string[];
  originId: string;
  headersPolicyId: string | undefined;
}

interface Upload {
  folder: string;
  prefix: string | null;
  cacheControl: string;
}

const matchesPattern = (pattern: string, uri: string) =>
  pattern.endsWith("*") ? uri.startsWith(pattern.slice(0, -1)) : uri === pattern;

export class Distribution {
  private readonly behaviors: Behavior[];
  private readonly origins: Map<string, Properties>;
  private readonly uploads: Upload[];
  private readonly codes: Map<string, string>;
  private readonly policies: Map<string, Headers>;
  private readonly missing: { errorCode: number; responseCode: number; page: string }[];
  private readonly root: string;

  constructor(
    { template, assetFolder }: Assembly,
    private readonly api: HttpApi,
  ) {
    const [[, distribution] = ["", {}]] = template.ofType("AWS::CloudFront::Distribution");
    const config = object(distribution.DistributionConfig);
    this.root = String(config.DefaultRootObject);
    this.origins = new Map(list(config.Origins).map((origin) => [String(origin.Id), origin]));
    this.codes = new Map(
      template
        .ofType("AWS::CloudFront::Function")
        .map(([id, { FunctionCode }]) => [id, String(FunctionCode)]),
    );
    this.behaviors = [...list(config.CacheBehaviors), object(config.DefaultCacheBehavior)].map((behavior) =>
      this.behaviorOf(behavior),
    );
    this.policies = new Map(
      template
        .ofType("AWS::CloudFront::ResponseHeadersPolicy")
        .map(([id, policy]) => [id, headersOfPolicy(policy)]),
    );
    this.missing = list(config.CustomErrorResponses).map(({ ErrorCode, ResponseCode, ResponsePagePath }) => ({
      errorCode: Number(ErrorCode),
      responseCode: Number(ResponseCode),
      page: String(ResponsePagePath),
    }));
    this.uploads = template
      .ofType("Custom::CDKBucketDeployment")
      .map(([, { SourceObjectKeys, Include, SystemMetadata }]) => ({
        folder: assetFolder(String([SourceObjectKeys].flat()[0])),
        prefix: Array.isArray(Include) ? String(Include[0]).replace(/\*$/, "") : null,
        cacheControl: String(object(SystemMetadata)["cache-control"]),
      }));
  }

  async answer(request: ApiRequest): Promise<ApiAnswer> {
    const [uri = "/", query = ""] = request.url.split("?");
    const behavior = this.behaviors.find(({ pattern }) => matchesPattern(pattern, uri));
    if (behavior === undefined || !behavior.methods.includes(request.method))
      return plain(403, "Method not allowed");
    const atRoot = uri === "/" ? `/${this.root}` : uri;
    const edge = this.throughEdge(behavior, atRoot, request);
    const url = query === "" ? edge.uri : `${edge.uri}?${query}`;
    const answer = await this.fromOrigin(behavior, { ...request, url, headers: edge.headers });
    const replaced = this.missing.find(({ errorCode }) => errorCode === answer.status);
    const final =
      replaced === undefined ? answer : { ...this.file(replaced.page), status: replaced.responseCode };
    const policy =
      behavior.headersPolicyId === undefined ? undefined : this.policies.get(behavior.headersPolicyId);
    for (const [name, value] of policy ?? []) final.headers.set(name, value);
    return final;
  }

  private behaviorOf(behavior: Properties): Behavior {
    const policy = behavior.ResponseHeadersPolicyId;
    return {
      pattern: String(behavior.PathPattern ?? "*"),
      methods: Array.isArray(behavior.AllowedMethods) ? behavior.AllowedMethods.map(String) : ["GET", "HEAD"],
      codes: list(behavior.FunctionAssociations).map(({ FunctionARN }) => {
        const id = /^<?(\w+?)(?:\.FunctionARN>)?$/.exec(String(FunctionARN))?.[1] ?? "";
        return this.codes.get(id) ?? "";
      }),
      originId: String(behavior.TargetOriginId),
      headersPolicyId: policy === undefined ? undefined : String(policy),
    };
  }

  /** Runs the code of the behavior, which may change address and headers. */
  private throughEdge({ codes }: Behavior, uri: string, { method, headers, sourceIp }: ApiRequest) {
    const wrapped = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, { value }]));
    let request = { method, uri, headers: wrapped, querystring: {} };
    for (const code of codes) {
      const context = createContext({ event: { version: "1.0", viewer: { ip: sourceIp }, request } });
      request = new Script(`${code}; handler(event)`).runInContext(context);
    }
    const unwrapped = Object.entries(request.headers).map(([name, { value }]) => [name, value] as const);
    return { uri: request.uri, headers: Object.fromEntries(unwrapped) };
  }

  private fromOrigin(behavior: Behavior, request: ApiRequest): ApiAnswer | Promise<ApiAnswer> {
    const origin = this.origins.get(behavior.originId) ?? {};
    if ("S3OriginConfig" in origin) return this.file(request.url.split("?")[0] ?? "/");
    const added = list(origin.OriginCustomHeaders).map(({ HeaderName, HeaderValue }) => [
      String(HeaderName).toLowerCase(),
      String(HeaderValue),
    ]);
    // "Managed-AllViewerExceptHostHeader": the API hears its own name.
    const headers = { ...request.headers, host: String(origin.DomainName), ...Object.fromEntries(added) };
    return this.api.answer({ ...request, headers, sourceIp: "130.176.0.1" });
  }

  private file(key: string): ApiAnswer {
    const name = decodeURIComponent(key).replace(/^\//, "");
    const upload = this.uploads.find(({ prefix }) => prefix !== null && name.startsWith(prefix));
    const { folder, cacheControl } = upload ?? this.uploads.find(({ prefix }) => prefix === null) ?? noUpload;
    const file = path.join(folder, name);
    // A bucket that may not be listed does not tell what it has not got.
    if (!file.startsWith(folder) || !existsSync(file) || !statSync(file).isFile())
      return plain(403, "AccessDenied");
    const type = types[path.extname(file)] ?? "application/octet-stream";
    return {
      status: 200,
      headers: new Headers({ "content-type": type, "cache-control": cacheControl }),
      body: readFileSync(file),
    };
  }
}

const noUpload: Upload = { folder: "/nowhere", prefix: null, cacheControl: "" };

const plain = (status: number, text: string): ApiAnswer => ({
  status,
  headers: new Headers({ "content-type": "text/plain" }),
  body: Buffer.from(text),
});
