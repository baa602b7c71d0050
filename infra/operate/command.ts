/** What every command of an operator begins with: which stage, and where it is. */
import { CloudFormationClient, DescribeStacksCommand, type Stack } from "@aws-sdk/client-cloudformation";
import config from "#config";
import { FunnelConfigError } from "#shared/funnel-config.ts";
import { DeploymentError, type DeploymentValues, deploymentValues } from "../aws/deployment-values.ts";

/** Raised for a command that cannot be done; the message says what to do instead. */
export class CommandError extends Error {
  override name = "CommandError";
}

/** Name of the stack of a stage. */
export const stackNameOf = ({ stage }: Pick<DeploymentValues, "stage">) => `readiness-funnel-${stage}`;

/** Returns what the stack printed when it was deployed, by the start of each output's name. */
export function outputsOf(stack: Pick<Stack, "Outputs">): (start: string) => string {
  return (start) => {
    const found = stack.Outputs?.find(({ OutputKey }) => OutputKey?.startsWith(start))?.OutputValue;
    if (found === undefined)
      throw new CommandError(`The stack has no output ${start}: deploy this version first.`);
    return found;
  };
}

export interface Deployed {
  values: DeploymentValues;
  region: string;
  output: (start: string) => string;
}

/**
 * Returns the deployed stage.
 * @throws CommandError when there is none, DeploymentError and FunnelConfigError for values that cannot be used
 */
export async function deployedStage(stageName: string | undefined): Promise<Deployed> {
  const values = deploymentValues(config, stageName);
  const { region } = values.deployment;
  const cloudFormation = new CloudFormationClient({ region });
  try {
    const { Stacks = [] } = await cloudFormation.send(
      new DescribeStacksCommand({ StackName: stackNameOf(values) }),
    );
    const [stack] = Stacks;
    if (stack !== undefined) return { values, region, output: outputsOf(stack) };
  } catch (error) {
    if (!(error instanceof Error && error.name === "ValidationError")) throw error;
  }
  throw new CommandError(`There is no stack ${stackNameOf(values)} in ${region}: npm run deploy makes it.`);
}

/** Runs a command; what an operator can mend is told in words. */
export async function runCommand(command: (args: string[]) => Promise<void>): Promise<void> {
  try {
    await command(process.argv.slice(2));
  } catch (error) {
    const told = [CommandError, DeploymentError, FunnelConfigError].some((kind) => error instanceof kind);
    // The SDK's own words name the missing permission or the missing sign-in.
    const fromAws =
      error instanceof Error && ("$metadata" in error || error.name === "CredentialsProviderError");
    if (!(error instanceof Error) || !(told || fromAws)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}
