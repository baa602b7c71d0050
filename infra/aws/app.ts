import { App, type Environment } from "aws-cdk-lib";
import config from "#config";
import { FunnelConfigError } from "#shared/funnel-config.ts";
import { DeploymentError, deploymentValues } from "./deployment-values.ts";
import { root } from "./funnel-function.ts";
import { FunnelStack } from "./funnel-stack.ts";
import { appHeaders } from "./site-headers.ts";

/** The account and region of whoever is signed in. */
function here(): Environment {
  const { CDK_DEFAULT_ACCOUNT: account, CDK_DEFAULT_REGION: region } = process.env;
  return account && region ? { account, region } : {};
}

async function synthesize(app: App): Promise<void> {
  const values = deploymentValues(config, (name) => app.node.tryGetContext(name));
  new FunnelStack(app, `readiness-funnel-${values.stage}`, {
    values,
    headers: await appHeaders(values.config.brand.siteUrl),
    siteDirectory: `${root}site/dist`,
    // Nobody's account: a sample deploys nowhere.
    env: values.stage === "sample" ? { account: "000000000000", region: "us-east-1" } : here(),
  });
}

try {
  await synthesize(new App());
} catch (error) {
  // What an operator can mend is told in words; anything else is a fault of ours and keeps its stack.
  if (!(error instanceof DeploymentError || error instanceof FunnelConfigError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
