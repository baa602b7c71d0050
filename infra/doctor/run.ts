/**
 * `npm run doctor -- prod`: looks at a deployment, or at what one is about to be made from, and says what to do.
 * --mail file.eml also clicks the unsubscribe of a follow-up; --dns 1.1.1.1 asks another name server.
 */
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import config from "#config";
import { FunnelConfigError } from "#shared/funnel-config.ts";
import { DeploymentError, type DeploymentValues, deploymentValues } from "../aws/deployment-values.ts";
import { CommandError, runCommand } from "../operate/command.ts";
import { examine } from "./examine.ts";
import { asText, type Checked, type Finding, fix, good, look } from "./finding.ts";
import { awsClients, resolver } from "./patient.ts";

function print(checked: readonly Checked[]): void {
  process.stdout.write(asText(checked));
  if (checked.some(({ findings }) => findings.some(({ state }) => state === "fix"))) process.exitCode = 1;
}

/** Returns the values, or what is wrong with each. */
function configured(stage: string | undefined): { values?: DeploymentValues; findings: Finding[] } {
  try {
    const values = deploymentValues(config, stage);
    const replaced = values.deployment.signingSecretVersion !== null;
    return {
      values,
      findings: [
        good(`funnel.config.ts is complete for ${values.stage}`),
        replaced
          ? good("the signing secret has been replaced")
          : look(
              "the signing secret is still the key of the hashes too",
              `once, after the first deployment: npm run rotate -- ${values.stage} signing`,
            ),
      ],
    };
  } catch (error) {
    if (!(error instanceof DeploymentError || error instanceof FunnelConfigError)) throw error;
    const [, ...problems] = error.message.split("\n");
    if (problems.length === 0) throw error;
    return { findings: problems.map((problem) => fix(problem.trim(), "edit funnel.config.ts")) };
  }
}

await runCommand(async (args) => {
  const { positionals, values: options } = parseArgs({
    args,
    allowPositionals: true,
    options: { mail: { type: "string" }, dns: { type: "string" } },
  });
  const [stage] = positionals;
  if (stage !== "prod" && stage !== "dev") throw new CommandError("Say which stage: npm run doctor -- prod.");
  const { values, findings } = configured(stage);
  const configuration = { name: "Configuration", findings };
  if (values === undefined) return print([configuration]);
  const checked = await examine({
    values,
    aws: awsClients(values.deployment.region),
    dns: resolver(options.dns),
    fetch,
    now: () => new Date(),
    mail: options.mail === undefined ? null : readFileSync(options.mail, "utf8"),
  });
  print([configuration, ...checked]);
});
