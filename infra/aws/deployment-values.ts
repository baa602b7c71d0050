import { type FunnelConfig, parseFunnelConfig } from "#shared/funnel-config.ts";

/** "sample" synthesizes the repository as it is and cannot be deployed. */
export const stages = ["sample", "dev", "prod"] as const;
export type Stage = (typeof stages)[number];

export interface DeploymentValues {
  stage: Stage;
  config: FunnelConfig;
  /** Certificate in us-east-1 for the host of brand.siteUrl; null: the site answers at its CloudFront address only. */
  certificateArn: string | null;
  /** False where another stack or person has already set up the sending domains in this account. */
  createsMailIdentities: boolean;
  /** The version of each replaceable secret to use; null for the one it was created with. */
  secretVersions: Record<"signing" | "origin" | "handOver", string | null>;
}

/** Raised for a deployment that cannot work; the message says what to set and where. */
export class DeploymentError extends Error {
  override name = "DeploymentError";
}

/** Reads a value of the CDK context: `-c name=value` or the "context" of cdk.json. */
export type ReadContext = (name: string) => unknown;

function addressesOf(config: FunnelConfig): [field: string, host: string][] {
  const hostOf = (address: string) => address.slice(address.lastIndexOf("@") + 1);
  return [
    ["brand.siteUrl", new URL(config.brand.siteUrl).hostname],
    ["mail.reportFrom", hostOf(config.mail.reportFrom)],
    ["mail.followUpFrom", hostOf(config.mail.followUpFrom)],
    ["mail.replyTo", hostOf(config.mail.replyTo)],
    ...config.sales.recipients.map((address): [string, string] => ["sales.recipients", hostOf(address)]),
    ...config.sales.routes.flatMap(({ recipients }) =>
      recipients.map((address): [string, string] => ["sales.routes", hostOf(address)]),
    ),
    ...(config.sales.notices.responseClock?.recipients ?? []).map((address): [string, string] => [
      "sales.notices.responseClock",
      hostOf(address),
    ]),
    ["privacy.contact", hostOf(config.privacy.contact)],
  ];
}

function placeholders(config: FunnelConfig): string[] {
  const standIn = /(?:^|\.)(?:example|invalid|test|localhost)$/i;
  const problems = addressesOf(config)
    .filter(([, host]) => standIn.test(host))
    .map(([field, host]) => `${field}: ${host} is a placeholder; nobody can be reached there`);
  if (!config.brand.siteUrl.startsWith("https://")) problems.push("brand.siteUrl: must start with https://");
  // The repository's own value says which field to set.
  if (config.brand.postalAddress.includes("brand.postalAddress"))
    problems.push("brand.postalAddress: anti-spam law wants a real postal address in every mail");
  return problems;
}

function oneOf<Value extends string>(name: string, allowed: readonly Value[], given: unknown): Value {
  const found = allowed.find((value) => value === given);
  if (found !== undefined) return found;
  throw new DeploymentError(
    `-c ${name}=… must be one of ${allowed.join(", ")}; received ${JSON.stringify(given) ?? "nothing"}`,
  );
}

function certificate(given: unknown): string | null {
  if (given === undefined || given === "") return null;
  if (typeof given === "string" && /^arn:aws[\w-]*:acm:us-east-1:\d{12}:certificate\/[\w-]+$/.test(given))
    return given;
  throw new DeploymentError(
    "-c certificateArn=… must name an ACM certificate in us-east-1, where CloudFront looks for it",
  );
}

function secretVersion(name: string, given: unknown): string | null {
  if (given === undefined || given === "") return null;
  if (typeof given === "string" && /^[\w-]{32,64}$/.test(given)) return given;
  throw new DeploymentError(
    `-c ${name}=… must be a version id of the secret, as Secrets Manager lists it; received ${JSON.stringify(given)}`,
  );
}

/**
 * Returns what a deployment is made from.
 * @throws FunnelConfigError for a funnel.config.ts with a mistake
 * @throws DeploymentError for an unknown stage, a wrong context value, or placeholders outside the sample stage
 */
export function deploymentValues(configInput: unknown, context: ReadContext): DeploymentValues {
  const config = parseFunnelConfig(configInput);
  const stage = oneOf("stage", stages, context("stage"));
  const problems = stage === "sample" ? [] : placeholders(config);
  if (problems.length > 0)
    throw new DeploymentError(
      `funnel.config.ts is not ready to deploy:\n${problems.map((line) => `  ${line}`).join("\n")}`,
    );
  return {
    stage,
    config,
    certificateArn: certificate(context("certificateArn")),
    createsMailIdentities:
      oneOf("mailIdentities", ["create", "existing"], context("mailIdentities") ?? "create") === "create",
    secretVersions: {
      signing: secretVersion("signingSecret", context("signingSecret")),
      origin: secretVersion("originSecret", context("originSecret")),
      handOver: secretVersion("handOverSecret", context("handOverSecret")),
    },
  };
}
