/** `npm run synth`, `diff` and `deploy` start here (cdk.json). */
import { App, type Environment, Validations } from "aws-cdk-lib";
import { AwsSolutionsChecks, ServerlessChecks } from "cdk-nag";
import config from "#config";
import { FunnelConfigError } from "#shared/funnel-config.ts";
import { acknowledge, acknowledgedFor } from "./acknowledged.ts";
import { buildBundles, bundleFolder, root } from "./bundles.ts";
import { DeploymentError, type DeploymentValues, deploymentValues } from "./deployment-values.ts";
import { FunnelStack } from "./funnel-stack.ts";
import { appHeaders } from "./site-headers.ts";

/** The account and region of a stage; nobody's for a sample, which deploys nowhere. */
function environmentOf({ stage, deployment: { account, region } }: DeploymentValues): Environment {
  if (stage === "sample") return { account: "000000000000", region };
  const signedIn = process.env.CDK_DEFAULT_ACCOUNT;
  const chosen = account ?? signedIn;
  return chosen === undefined ? { region } : { account: chosen, region };
}

async function synthesize(app: App): Promise<void> {
  const values = deploymentValues(config, app.node.tryGetContext("stage"));
  await buildBundles();
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app), new ServerlessChecks(app));
  const stack = new FunnelStack(app, `readiness-funnel-${values.stage}`, {
    values,
    headers: await appHeaders(values.siteUrl),
    siteDirectory: `${root}site/dist`,
    bundleOf: (id) => bundleFolder(id),
    env: environmentOf(values),
  });
  acknowledge(stack, acknowledgedFor(values));
}

try {
  await synthesize(new App());
} catch (error) {
  // What an operator can mend is told in words; anything else is a fault of ours and keeps its stack.
  if (!(error instanceof DeploymentError || error instanceof FunnelConfigError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
