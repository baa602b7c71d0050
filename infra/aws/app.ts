/** `npm run synth`, `diff` and `deploy` start here (cdk.json). */
import { App } from "aws-cdk-lib";
import config from "#config";
import { FunnelConfigError } from "#shared/funnel-config.ts";
import { DeploymentError } from "./deployment-values.ts";
import { addFunnel, judgeBy } from "./synthesize.ts";

try {
  const app = new App();
  judgeBy(app);
  await addFunnel(app, config, app.node.tryGetContext("stage"));
} catch (error) {
  // What an operator can mend is told in words; anything else is a fault of ours and keeps its stack.
  if (!(error instanceof DeploymentError || error instanceof FunnelConfigError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
