/** `npm run doctor -- prod`: looks at a deployed stage and says what to do. Changes nothing; --unsubscribe adds one click. */
import { Resolver } from "node:dns/promises";
import { deployedStage, runCommand } from "../operate/command.ts";
import { examine } from "./examine.ts";
import { awsClients } from "./examined.ts";
import { asLines } from "./finding.ts";

await runCommand(async (args) => {
  const [stage] = args.filter((argument) => !argument.startsWith("--"));
  const deployed = await deployedStage(stage);
  const aws = awsClients(deployed.region);
  const dns = new Resolver({ timeout: 5_000, tries: 2 });
  const findings = await examine({ ...deployed, aws, dns, now: new Date() }, args.includes("--unsubscribe"));
  process.stdout.write(asLines(findings));
  if (findings.some(({ state }) => state === "fix")) process.exitCode = 1;
});
