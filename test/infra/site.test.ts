import { createContext, Script } from "node:vm";
import { Match } from "aws-cdk-lib/assertions";
import { describe, expect, it } from "vitest";
import { sitePathsCode, viewerAddressCode } from "../../infra/aws/edge-functions.ts";
import { appPaths, consolePath } from "../../infra/routing.ts";
import { headers, resource, resourcesOf, synthesized, valuesOf } from "./synthesized.ts";

const template = synthesized(valuesOf("prod"));

interface EdgeRequest {
  uri: string;
  headers: Record<string, { value: string }>;
}

function atTheEdge(code: string, request: EdgeRequest): EdgeRequest {
  const context = createContext({ event: { request, viewer: { ip: "203.0.113.7" } } });
  return new Script(`${code}; handler(event)`).runInContext(context) as EdgeRequest;
}

describe("the static pages", () => {
  const { ResponseHeadersPolicyConfig } = resource(template, "AWS::CloudFront::ResponseHeadersPolicy")
    .Properties as {
    ResponseHeadersPolicyConfig: {
      SecurityHeadersConfig: Record<string, Record<string, unknown>>;
      CustomHeadersConfig: { Items: { Header: string; Value: string }[] };
    };
  };
  const security = ResponseHeadersPolicyConfig.SecurityHeadersConfig;

  it("carry the Content-Security-Policy of the app", () => {
    expect(headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(security.ContentSecurityPolicy).toEqual({
      ContentSecurityPolicy: headers.get("content-security-policy"),
      Override: true,
    });
  });

  it("carry every other header of the app", () => {
    const transport = security.StrictTransportSecurity;
    const custom = ResponseHeadersPolicyConfig.CustomHeadersConfig.Items.map(({ Header, Value }) => [
      Header,
      Value,
    ]);
    const sent = new Map<string, unknown>([
      ...(custom as [string, string][]),
      ["content-security-policy", security.ContentSecurityPolicy?.ContentSecurityPolicy],
      ["referrer-policy", security.ReferrerPolicy?.ReferrerPolicy],
      ["x-frame-options", security.FrameOptions?.FrameOption],
      ["x-content-type-options", security.ContentTypeOptions === undefined ? undefined : "nosniff"],
      ["x-xss-protection", security.XSSProtection?.Protection === false ? "0" : "1"],
      [
        "strict-transport-security",
        `max-age=${transport?.AccessControlMaxAgeSec}${transport?.IncludeSubdomains ? "; includeSubDomains" : ""}`,
      ],
    ]);
    expect(Object.fromEntries(sent)).toEqual(Object.fromEntries(headers));
  });

  it("come from a bucket that only this distribution reads", () => {
    for (const { Properties } of Object.values(resourcesOf(template, "AWS::S3::Bucket")))
      expect(Properties.PublicAccessBlockConfiguration).toEqual({
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      });
    template.hasResourceProperties("AWS::S3::BucketPolicy", {
      PolicyDocument: {
        Statement: Match.arrayWith([
          Match.objectLike({
            Action: "s3:GetObject",
            Effect: "Allow",
            Principal: { Service: "cloudfront.amazonaws.com" },
            Condition: { StringEquals: { "AWS:SourceArn": Match.anyValue() } },
          }),
        ]),
      },
    });
  });

  it.each([
    ["/", "/index.html"],
    ["/assessment", "/assessment/index.html"],
    ["/assessment/", "/assessment/index.html"],
    ["/_astro/page.B1x.js", "/_astro/page.B1x.js"],
    ["/v1.2/notes", "/v1.2/notes/index.html"],
  ])("are found: %s is the file %s", (uri, file) => {
    expect(atTheEdge(sitePathsCode, { uri, headers: {} }).uri).toBe(file);
  });
});

describe("the app behind the same address", () => {
  const { DistributionConfig } = resource(template, "AWS::CloudFront::Distribution").Properties as {
    DistributionConfig: {
      CacheBehaviors: Record<string, unknown>[];
      CustomErrorResponses: { ErrorCode: number }[];
    };
  };

  it("answers the paths that the local server hands to it, with every method, uncached, over https", () => {
    expect(DistributionConfig.CacheBehaviors.map(({ PathPattern }) => PathPattern)).toEqual([
      ...appPaths.map((path) => `${path}/*`),
      consolePath,
      `${consolePath}/*`,
    ]);
    for (const behavior of DistributionConfig.CacheBehaviors) {
      expect(behavior.AllowedMethods).toContain("POST");
      expect(behavior.ViewerProtocolPolicy).toBe("https-only");
      expect(behavior).toMatchObject({ CachePolicyId: { Ref: expect.stringMatching(/^SiteNotCached/) } });
      // "Managed-AllViewerExceptHostHeader", by the id AWS publishes.
      expect(behavior.OriginRequestPolicyId).toBe("b689b0a8-53d0-40ab-baf2-68738e2966ac");
    }
  });

  it("is compressed on its way, and kept by CloudFront only where it says so", () => {
    const { CachePolicyConfig } = resource(template, "AWS::CloudFront::CachePolicy").Properties;
    expect(CachePolicyConfig).toMatchObject({
      MinTTL: 0,
      DefaultTTL: 0,
      ParametersInCacheKeyAndForwardedToOrigin: {
        EnableAcceptEncodingGzip: true,
        EnableAcceptEncodingBrotli: true,
      },
    });
    for (const { Compress } of DistributionConfig.CacheBehaviors) expect(Compress).toBe(true);
  });

  it("keeps its own 404 and 410 pages", () => {
    expect(DistributionConfig.CustomErrorResponses.map(({ ErrorCode }) => ErrorCode)).toEqual([403]);
  });

  it("is told the visitor's own address, whatever the visitor claims", () => {
    const claimed = { uri: "/api/health", headers: { "x-viewer-address": { value: "10.0.0.1" } } };
    expect(atTheEdge(viewerAddressCode, claimed).headers["x-viewer-address"]).toEqual({
      value: "203.0.113.7",
    });
  });

  it("is reached by its paths and slowed down under a flood", () => {
    const routes = Object.values(resourcesOf(template, "AWS::ApiGatewayV2::Route"));
    expect(routes.map(({ Properties }) => Properties.RouteKey).sort()).toEqual([
      "ANY /api/{proxy+}",
      "ANY /console",
      "ANY /console/{proxy+}",
      "ANY /r/{proxy+}",
      "GET /api/openapi.json",
      "GET /api/webhooks/schema",
      "GET /r/{token}/report.pdf",
      "POST /api/events",
    ]);
    template.hasResourceProperties("AWS::ApiGatewayV2::Stage", {
      DefaultRouteSettings: { ThrottlingRateLimit: 50, ThrottlingBurstLimit: 100 },
      // A flood of events leaves room for submissions.
      RouteSettings: { "POST /api/events": { ThrottlingRateLimit: 20, ThrottlingBurstLimit: 40 } },
    });
  });

  it("is shown by CloudFront the secret that the API asks for", () => {
    const { Origins } = resource(template, "AWS::CloudFront::Distribution").Properties.DistributionConfig as {
      Origins: { OriginCustomHeaders?: { HeaderName: string; HeaderValue: unknown }[] }[];
    };
    const [shown] = Origins.flatMap(({ OriginCustomHeaders = [] }) => OriginCustomHeaders);
    const { Variables } = resource(template, "AWS::Lambda::Function", "FunctionsApi").Properties
      .Environment as {
      Variables: Record<string, unknown>;
    };
    expect(shown?.HeaderName).toBe("x-origin-secret");
    expect(shown?.HeaderValue).toEqual(Variables.ORIGIN_SECRET);
  });
});

describe("a firewall", () => {
  const acl = "arn:aws:wafv2:us-east-1:111122223333:global/webacl/ours/0b9d-1";

  it("is made on request, and keeps no sample of what visitors sent", () => {
    const guarded = synthesized(valuesOf("prod", { firewall: "create" }));
    const { Properties } = resource(guarded, "AWS::WAFv2::WebACL");
    expect(Properties).toMatchObject({ Scope: "CLOUDFRONT", DefaultAction: { Allow: {} } });
    expect(JSON.stringify(Properties)).not.toContain('"SampledRequestsEnabled":true');
    guarded.hasResourceProperties("AWS::CloudFront::Distribution", {
      DistributionConfig: { WebACLId: { "Fn::GetAtt": [Match.stringLikeRegexp("^SiteFirewall"), "Arn"] } },
    });
  });

  it("may be one that is there already", () => {
    synthesized(valuesOf("prod", { firewall: acl })).hasResourceProperties("AWS::CloudFront::Distribution", {
      DistributionConfig: { WebACLId: acl },
    });
  });

  it("is optional", () => {
    template.resourceCountIs("AWS::WAFv2::WebACL", 0);
  });
});

describe("an own domain", () => {
  const certificateArn = "arn:aws:acm:us-east-1:111122223333:certificate/0b9d";

  it("is answered with its certificate, TLS 1.2 at least", () => {
    synthesized(valuesOf("prod", { certificateArn })).hasResourceProperties("AWS::CloudFront::Distribution", {
      DistributionConfig: {
        Aliases: ["ready.acme.com"],
        ViewerCertificate: { AcmCertificateArn: certificateArn, MinimumProtocolVersion: "TLSv1.2_2021" },
      },
    });
  });

  it("is optional", () => {
    expect(JSON.stringify(template.toJSON())).not.toContain('"Aliases"');
  });
});
