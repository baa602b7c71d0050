import { existsSync } from "node:fs";
import path from "node:path";
import type { Distribution } from "aws-cdk-lib/aws-cloudfront";
import type { IBucket } from "aws-cdk-lib/aws-s3";
import { BucketDeployment, CacheControl, Source } from "aws-cdk-lib/aws-s3-deployment";
import type { Construct } from "constructs";
import { cacheControl, hashedFolder } from "../routing.ts";
import { DeploymentError } from "./deployment-values.ts";

/**
 * Uploads the built site; hashed files are kept for a year by browsers, pages are asked for again each time.
 * @throws DeploymentError when the site was not built
 */
export function uploadSite(
  scope: Construct,
  bucket: IBucket,
  distribution: Distribution,
  directory: string,
): void {
  if (!existsSync(path.join(directory, "index.html")))
    throw new DeploymentError(`${directory} holds no built site; build it first`);
  const everything = Source.asset(directory);
  const hashed = new BucketDeployment(scope, "HashedFiles", {
    sources: [everything],
    destinationBucket: bucket,
    exclude: ["*"],
    include: [`${hashedFolder}/*`],
    // The files of the release before stay: a page opened before the deployment still asks for them.
    prune: false,
    cacheControl: [CacheControl.fromString(cacheControl.hashed)],
  });
  const pages = new BucketDeployment(scope, "Pages", {
    sources: [everything],
    destinationBucket: bucket,
    exclude: [`${hashedFolder}/*`],
    cacheControl: [CacheControl.fromString(cacheControl.pages)],
    distribution,
    distributionPaths: ["/*"],
  });
  // A new page must not name a file that is not there yet.
  pages.node.addDependency(hashed);
}
