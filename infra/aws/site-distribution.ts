import { Duration, Fn, RemovalPolicy } from "aws-cdk-lib";
import type { HttpApi } from "aws-cdk-lib/aws-apigatewayv2";
import { Certificate } from "aws-cdk-lib/aws-certificatemanager";
import {
  AllowedMethods,
  type BehaviorOptions,
  CacheCookieBehavior,
  CacheHeaderBehavior,
  CachePolicy,
  CacheQueryStringBehavior,
  Distribution,
  type DistributionProps,
  HttpVersion,
  type ICachePolicy,
  OriginRequestPolicy,
  PriceClass,
  ResponseHeadersPolicy,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from "aws-cdk-lib/aws-cloudfront";
import { HttpOrigin, S3BucketOrigin } from "aws-cdk-lib/aws-cloudfront-origins";
import { BlockPublicAccess, Bucket, BucketEncryption, type IBucket } from "aws-cdk-lib/aws-s3";
import { Construct } from "constructs";
import { originSecretHeader } from "#functions/api/origin-check.ts";
import { appPaths, consolePath } from "../routing.ts";
import type { DeploymentValues } from "./deployment-values.ts";
import { onViewerRequest, sitePathsCode, viewerAddressCode } from "./edge-functions.ts";
import { firewallArn } from "./firewall.ts";
import { uploadSite } from "./site-files.ts";
import { headersPolicy } from "./site-headers.ts";

interface Props {
  values: DeploymentValues;
  api: HttpApi;
  /** Sent to the API with every request. */
  originSecret: string;
  /** Headers the app answers with. */
  headers: Headers;
  /** The built site. */
  directory: string;
}

/** The built site and the API behind one address. */
export class SiteDistribution extends Construct {
  readonly distribution: Distribution;

  constructor(scope: Construct, id: string, { values, api, originSecret, headers, directory }: Props) {
    super(scope, id);
    // Everything in it can be built again, so the bucket goes with the stack.
    // (The assertion: the declarations of the CDK predate exactOptionalPropertyTypes.)
    const bucket = new Bucket(this, "Files", {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      removalPolicy: RemovalPolicy.DESTROY,
      autoDeleteObjects: true,
    }) as IBucket;
    const app = this.appBehavior(api, originSecret);
    this.distribution = new Distribution(this, "Distribution", {
      comment: `${values.config.brand.name}, ${values.stage}`,
      defaultBehavior: this.pageBehavior(bucket, headers),
      additionalBehaviors: Object.fromEntries(
        [...appPaths.map((path) => `${path}/*`), consolePath, `${consolePath}/*`].map((path) => [path, app]),
      ),
      defaultRootObject: "index.html",
      // A bucket that may not be listed says 403 for a missing page. The app answers CloudFront nothing with 403,
      // so its own 404 and 410 pages pass through.
      errorResponses: [{ httpStatus: 403, responseHttpStatus: 404, responsePagePath: "/404.html" }],
      httpVersion: HttpVersion.HTTP2_AND_3,
      priceClass: PriceClass.PRICE_CLASS_100,
      ...this.firewall(values),
      ...this.ownDomain(values),
    });
    uploadSite(this, bucket, this.distribution, directory);
  }

  private pageBehavior(bucket: IBucket, headers: Headers): BehaviorOptions {
    return {
      origin: S3BucketOrigin.withOriginAccessControl(bucket),
      viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      cachePolicy: CachePolicy.CACHING_OPTIMIZED,
      compress: true,
      responseHeadersPolicy: new ResponseHeadersPolicy(this, "Headers", headersPolicy(headers)),
      functionAssociations: [onViewerRequest(this, "SitePaths", sitePathsCode)],
    };
  }

  private appBehavior(api: HttpApi, originSecret: string): BehaviorOptions {
    return {
      origin: new HttpOrigin(Fn.select(2, Fn.split("/", api.apiEndpoint)), {
        // Over whatever a visitor sends under that name.
        customHeaders: { [originSecretHeader]: originSecret },
      }),
      viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
      allowedMethods: AllowedMethods.ALLOW_ALL,
      cachePolicy: this.compressedNotCached(),
      compress: true,
      originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
      functionAssociations: [onViewerRequest(this, "ViewerAddress", viewerAddressCode)],
    };
  }

  /**
   * The managed policy that caches nothing does not compress either. With this one CloudFront compresses a result page
   * to a sixth, and keeps nothing that is not marked for keeping: the app marks every answer "no-store".
   */
  private compressedNotCached(): ICachePolicy {
    return new CachePolicy(this, "NotCached", {
      comment: "Compresses, and caches only what says so.",
      minTtl: Duration.seconds(0),
      defaultTtl: Duration.seconds(0),
      maxTtl: Duration.seconds(1),
      enableAcceptEncodingGzip: true,
      enableAcceptEncodingBrotli: true,
      headerBehavior: CacheHeaderBehavior.none(),
      cookieBehavior: CacheCookieBehavior.none(),
      queryStringBehavior: CacheQueryStringBehavior.all(),
    });
  }

  private firewall(values: DeploymentValues): Pick<DistributionProps, "webAclId"> {
    const webAclId = firewallArn(this, values);
    return webAclId === null ? {} : { webAclId };
  }

  private ownDomain({ deployment, siteUrl }: DeploymentValues) {
    if (deployment.certificateArn === null) return {};
    return {
      domainNames: [new URL(siteUrl).hostname],
      certificate: Certificate.fromCertificateArn(this, "Certificate", deployment.certificateArn),
      minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
    };
  }
}
