/** What is examined, and what it is examined with. Every command sent is one that reads. */
import { Resolver } from "node:dns/promises";
import { ACMClient } from "@aws-sdk/client-acm";
import { CloudFormationClient } from "@aws-sdk/client-cloudformation";
import { CloudWatchClient } from "@aws-sdk/client-cloudwatch";
import { LambdaClient } from "@aws-sdk/client-lambda";
import { SESv2Client } from "@aws-sdk/client-sesv2";
import { SNSClient } from "@aws-sdk/client-sns";
import { STSClient } from "@aws-sdk/client-sts";
import type { DeploymentValues } from "../aws/deployment-values.ts";

interface AwsSettings {
  /** Stands in for AWS; the SDK's own addresses where left out. */
  endpoint?: string;
  credentials?: { accessKeyId: string; secretAccessKey: string };
}

/** Returns a client for each service that is asked. */
export function awsClients(region: string, settings: AwsSettings = {}) {
  const options = { region, maxAttempts: 2, ...settings };
  return {
    sts: new STSClient(options),
    cloudFormation: new CloudFormationClient(options),
    ses: new SESv2Client(options),
    sns: new SNSClient(options),
    cloudWatch: new CloudWatchClient(options),
    lambda: new LambdaClient(options),
    // CloudFront looks for its certificates there, wherever the rest is.
    certificates: new ACMClient({ ...options, region: "us-east-1" }),
  };
}

export interface Patient {
  values: DeploymentValues;
  aws: ReturnType<typeof awsClients>;
  dns: Resolver;
  fetch: typeof fetch;
  now: () => Date;
  /** Returns an output of the deployed stack by the start of its name. @throws CommandError where there is none */
  output: (start: string) => string;
  /** A follow-up mail as it was received, for the exchange behind its List-Unsubscribe; null without one. */
  mail: string | null;
}

/** @param server address and port of a name server to ask; those of this machine where left out */
export function resolver(server?: string): Resolver {
  const dns = new Resolver({ timeout: 3_000, tries: 2 });
  if (server !== undefined) dns.setServers([server]);
  return dns;
}
