import type { StageConfig } from "#shared/deployment-config.ts";
import { type FunnelConfig, parseFunnelConfig } from "#shared/funnel-config.ts";
import { workerVariables } from "./hand-over-secrets.ts";

/** "sample" synthesizes the repository as it is, with the values of prod, and cannot be deployed. */
export const stages = ["sample", "dev", "prod"] as const;
export type Stage = (typeof stages)[number];

export interface DeploymentValues {
  stage: Stage;
  config: FunnelConfig;
  /** What funnel.config.ts says of this stage. */
  deployment: StageConfig;
  /** Public address of this stage. */
  siteUrl: string;
}

/** Raised for a deployment that cannot work; the message says what to set and where. */
export class DeploymentError extends Error {
  override name = "DeploymentError";
}

const hostOf = (address: string) => address.slice(address.lastIndexOf("@") + 1);

function addressesOf({
  config,
  deployment,
  stage,
  siteUrl,
}: DeploymentValues): [field: string, host: string][] {
  const each = (field: string, addresses: readonly string[]) =>
    addresses.map((address): [string, string] => [field, hostOf(address)]);
  return [
    [
      deployment.siteUrl === null ? "brand.siteUrl" : `deployment.${stage}.siteUrl`,
      new URL(siteUrl).hostname,
    ],
    ["mail.reportFrom", hostOf(config.mail.reportFrom)],
    ["mail.followUpFrom", hostOf(config.mail.followUpFrom)],
    ["mail.replyTo", hostOf(config.mail.replyTo)],
    ...each("sales.recipients", config.sales.recipients),
    ...each(
      "sales.routes",
      config.sales.routes.flatMap(({ recipients }) => recipients),
    ),
    ...each("sales.notices.responseClock", config.sales.notices.responseClock?.recipients ?? []),
    ["privacy.contact", hostOf(config.privacy.contact)],
    ...each(`deployment.${stage}.alarmRecipients`, deployment.alarmRecipients),
  ];
}

function placeholders(values: DeploymentValues): string[] {
  const standIn = /(?:^|\.)(?:example|invalid|test|localhost)$/i;
  const problems = addressesOf(values)
    .filter(([, host]) => standIn.test(host))
    .map(([field, host]) => `${field}: ${host} is a placeholder; nobody can be reached there`);
  // The repository's own value says which field to set.
  if (values.config.brand.postalAddress.includes("brand.postalAddress"))
    problems.push("brand.postalAddress: anti-spam law wants a real postal address in every mail");
  return problems;
}

/** Mistakes that no single field shows. */
function contradictions({ config, deployment, stage, siteUrl }: DeploymentValues): string[] {
  const problems: string[] = [];
  if (!siteUrl.startsWith("https://")) problems.push("brand.siteUrl: must start with https://");
  if (deployment.firewall === "create" && deployment.region !== "us-east-1")
    problems.push(
      `deployment.${stage}.firewall: a web ACL for CloudFront lives in us-east-1, this stage in ${deployment.region}; ` +
        "create one there and put its ARN here",
    );
  const asked = workerVariables(config);
  if (asked.length > 0 && deployment.handOver === null)
    problems.push(
      `deployment.${stage}.handOver: sales.notices and webhooks ask for ${asked.join(", ")}; name the secret with them`,
    );
  return problems;
}

function stageFrom(given: unknown): Stage {
  const found = stages.find((stage) => stage === given);
  if (found !== undefined) return found;
  throw new DeploymentError(
    `-c stage=… must be one of ${stages.join(", ")}; received ${JSON.stringify(given) ?? "nothing"}`,
  );
}

/**
 * Returns what a deployment is made from.
 * @param stageName value of the CDK context "stage"
 * @throws FunnelConfigError for a funnel.config.ts with a mistake
 * @throws DeploymentError for an unknown stage, values that contradict each other, or placeholders outside the sample
 */
export function deploymentValues(configInput: unknown, stageName: unknown): DeploymentValues {
  const config = parseFunnelConfig(configInput);
  const stage = stageFrom(stageName);
  const deployment = config.deployment[stage === "sample" ? "prod" : stage];
  const values = { stage, config, deployment, siteUrl: deployment.siteUrl ?? config.brand.siteUrl };
  const problems = [...contradictions(values), ...(stage === "sample" ? [] : placeholders(values))];
  if (problems.length > 0)
    throw new DeploymentError(
      `funnel.config.ts is not ready to deploy:\n${problems.map((line) => `  ${line}`).join("\n")}`,
    );
  return values;
}
