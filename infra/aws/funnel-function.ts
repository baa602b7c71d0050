import { fileURLToPath } from "node:url";
import { type Duration, RemovalPolicy } from "aws-cdk-lib";
import { PolicyStatement } from "aws-cdk-lib/aws-iam";
import { Architecture, Runtime } from "aws-cdk-lib/aws-lambda";
import { type ICommandHooks, NodejsFunction, OutputFormat } from "aws-cdk-lib/aws-lambda-nodejs";
import { LogGroup, RetentionDays } from "aws-cdk-lib/aws-logs";
import type { Construct } from "constructs";

/** The repository. */
export const root = fileURLToPath(new URL("../..", import.meta.url));

interface Props {
  /** Path from the repository; the module exports `handler`. */
  entry: string;
  description: string;
  memorySize: number;
  timeout: Duration;
  environment: Record<string, string>;
  /** Copies files beside the bundle. */
  commandHooks?: ICommandHooks;
}

/** Lets CommonJS packages inside an ES module bundle require what they need. */
const requireBanner =
  'import{createRequire as makeRequire}from"node:module";const require=makeRequire(import.meta.url);';

/** A function as all of ours are: Node 24 on arm64, one minified bundle with the SDK it was tested with, logs for a month. */
export class FunnelFunction extends NodejsFunction {
  constructor(scope: Construct, id: string, { entry, commandHooks, ...props }: Props) {
    super(scope, id, {
      ...props,
      entry: `${root}${entry}`,
      projectRoot: root,
      depsLockFilePath: `${root}package-lock.json`,
      handler: "handler",
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      logGroup: new LogGroup(scope, `${id}Log`, {
        retention: RetentionDays.ONE_MONTH,
        removalPolicy: RemovalPolicy.DESTROY,
      }),
      // The SDK keeps connections by itself; the variable CDK would add is for the one before.
      awsSdkConnectionReuse: false,
      bundling: {
        format: OutputFormat.ESM,
        target: "node24",
        mainFields: ["module", "main"],
        banner: requireBanner,
        minify: true,
        // Without it, React brings its development build along.
        define: { "process.env.NODE_ENV": '"production"' },
        bundleAwsSDK: true,
        ...(commandHooks === undefined ? {} : { commandHooks }),
      },
    });
  }

  /** Allows exactly these actions on exactly these resources. */
  allow(actions: string[], resources: string[]): void {
    this.addToRolePolicy(new PolicyStatement({ actions, resources }));
  }
}
