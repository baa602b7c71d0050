import { type App, type Environment, Validations } from "aws-cdk-lib";
import { AwsSolutionsChecks, ServerlessChecks } from "cdk-nag";
import { acknowledge, acknowledgedFor } from "./acknowledged.ts";
import { buildBundles, bundleFolder, root } from "./bundles.ts";
import { type DeploymentValues, deploymentValues } from "./deployment-values.ts";
import { FunnelStack } from "./funnel-stack.ts";
import { appHeaders } from "./site-headers.ts";

/** The account and region of a stage; nobody's for a sample, which deploys nowhere. */
function environmentOf({ stage, deployment: { account, region } }: DeploymentValues): Environment {
  if (stage === "sample") return { account: "000000000000", region };
  const chosen = account ?? process.env.CDK_DEFAULT_ACCOUNT;
  return chosen === undefined ? { region } : { account: chosen, region };
}

/**
 * Builds the bundles and adds the stack of a stage to the app.
 * @throws DeploymentError, FunnelConfigError
 */
export async function addFunnel(app: App, configInput: unknown, stageName: unknown): Promise<FunnelStack> {
  const values = deploymentValues(configInput, stageName);
  await buildBundles();
  const stack = new FunnelStack(app, `readiness-funnel-${values.stage}`, {
    values,
    headers: await appHeaders(values.siteUrl),
    siteDirectory: `${root}site/dist`,
    bundleOf: (id) => bundleFolder(id),
    env: environmentOf(values),
  });
  acknowledge(stack, acknowledgedFor(values));
  return stack;
}

/** Lets cdk-nag stop the synthesis when it finds what nobody has explained. */
export function judgeBy(app: App): void {
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app), new ServerlessChecks(app));
}
