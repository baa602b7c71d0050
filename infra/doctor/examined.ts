import type { Resolver } from "node:dns/promises";
import { ACMClient } from "@aws-sdk/client-acm";
import { CloudWatchClient } from "@aws-sdk/client-cloudwatch";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { LambdaClient } from "@aws-sdk/client-lambda";
import { SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
import { SESv2Client } from "@aws-sdk/client-sesv2";
import { SNSClient } from "@aws-sdk/client-sns";
import { SQSClient } from "@aws-sdk/client-sqs";
import { STSClient } from "@aws-sdk/client-sts";
import type { Deployed } from "../operate/command.ts";
import type { Finding } from "./finding.ts";

/** Where the clients go; left out, to AWS with the credentials of whoever asks. */
interface Endpoint {
  endpoint: string;
  credentials: { accessKeyId: string; secretAccessKey: string };
}

/** Returns a client for each service the doctor asks; certificates of CloudFront are in us-east-1. */
export function awsClients(region: string, endpoint?: Endpoint) {
  const settings = { region, ...endpoint };
  return {
    certificates: new ACMClient({ ...settings, region: "us-east-1" }),
    cloudWatch: new CloudWatchClient(settings),
    dynamo: new DynamoDBClient(settings),
    lambda: new LambdaClient(settings),
    secrets: new SecretsManagerClient(settings),
    ses: new SESv2Client(settings),
    sns: new SNSClient(settings),
    sqs: new SQSClient({ ...settings, useQueueUrlAsEndpoint: endpoint === undefined }),
    sts: new STSClient(settings),
  };
}

/** A deployed stage, and everything that can tell about it. */
export interface Examined extends Deployed {
  aws: ReturnType<typeof awsClients>;
  dns: Pick<Resolver, "resolve4" | "resolveCname" | "resolveMx" | "resolveTxt">;
  now: Date;
}

export type Check = (examined: Examined) => Promise<Finding[]>;

/** Returns the part of a mail address behind the @. */
export const domainOf = (address: string) => address.slice(address.lastIndexOf("@") + 1);

/** Returns whether AWS says that there is no such thing. */
export const isMissing = (error: unknown) =>
  error instanceof Error && /^(?:NotFound|ResourceNotFound)Exception$/.test(error.name);
