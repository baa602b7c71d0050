import { existsSync } from "node:fs";
import path from "node:path";
import { type Duration, RemovalPolicy } from "aws-cdk-lib";
import { PolicyStatement, Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { Architecture, Code, Function as LambdaFunction, Runtime, Tracing } from "aws-cdk-lib/aws-lambda";
import { LogGroup, type RetentionDays } from "aws-cdk-lib/aws-logs";
import type { IQueue } from "aws-cdk-lib/aws-sqs";
import type { Construct } from "constructs";
import type { FunctionId } from "./bundles.ts";
import { DeploymentError } from "./deployment-values.ts";

interface Props {
  /** Folder of the built bundle. */
  bundle: string;
  description: string;
  /** In MB; infra/aws/memory.md has the measurements behind each. */
  memorySize: number;
  timeout: Duration;
  environment: Record<string, string>;
  logDays: RetentionDays;
  /** Takes the events that an asynchronous call failed on for good. */
  failed?: IQueue;
}

/**
 * A function as all of ours are: Node 24 on arm64, one bundle with the SDK it was tested with, traced, a log that ends
 * with its days, and a role of its own that starts with nothing but writing to that log.
 */
export class FunnelFunction extends LambdaFunction {
  /** @throws DeploymentError when the bundle was not built */
  constructor(scope: Construct, id: FunctionId, { bundle, logDays, failed, ...props }: Props) {
    if (!existsSync(path.join(bundle, "index.mjs")))
      throw new DeploymentError(`${bundle} holds no bundle; deploy with npm run deploy, which builds it`);
    const logGroup = new LogGroup(scope, `${id}Log`, {
      retention: logDays,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    // Not AWSLambdaBasicExecutionRole, which may write to every log of the account.
    const role = new Role(scope, `${id}Role`, { assumedBy: new ServicePrincipal("lambda.amazonaws.com") });
    super(scope, id, {
      ...props,
      code: Code.fromAsset(bundle),
      handler: "index.handler",
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      tracing: Tracing.ACTIVE,
      logGroup,
      role,
      ...(failed === undefined ? {} : { deadLetterQueue: failed }),
    });
    this.allow(["logs:CreateLogStream", "logs:PutLogEvents"], [logGroup.logGroupArn]);
  }

  /** Allows exactly these actions on exactly these resources. */
  allow(actions: string[], resources: string[]): void {
    this.addToRolePolicy(new PolicyStatement({ actions, resources }));
  }
}
