import { DescribeStacksCommand } from "@aws-sdk/client-cloudformation";
import { CommandError, outputsOf, stackNameOf } from "../operate/command.ts";
import { checkAccount } from "./check-account.ts";
import { checkAddress } from "./check-address.ts";
import { checkAlarms } from "./check-alarms.ts";
import { checkCertificate } from "./check-certificate.ts";
import { checkDomain } from "./check-domain.ts";
import { checkEvents } from "./check-events.ts";
import { checkSending, checkSets } from "./check-sending.ts";
import { checkSite } from "./check-site.ts";
import { checkUnsubscribe } from "./check-unsubscribe.ts";
import { type Checked, type Finding, fix, look, must } from "./finding.ts";
import type { Patient } from "./patient.ts";

type Check = (patient: Patient) => Promise<Finding[]>;

const domainOf = (address: string) => address.slice(address.lastIndexOf("@") + 1);

/** What can be looked at before anything is deployed, and what only afterwards. */
function checksOf({ values }: Patient): Record<string, Check> {
  const { reportFrom, followUpFrom } = values.config.mail;
  const domains = [...new Set([reportFrom, followUpFrom].map(domainOf))];
  return {
    "Account and region": checkAccount,
    Sending: checkSending,
    ...Object.fromEntries(
      domains.map((domain) => [`Domain ${domain}`, (patient: Patient) => checkDomain(patient, domain)]),
    ),
    "Configuration sets": checkSets,
    "What becomes of mails": checkEvents,
    Address: checkAddress,
    Certificate: checkCertificate,
    Alarms: checkAlarms,
    Site: checkSite,
    Unsubscribe: checkUnsubscribe,
  };
}

/** A check that could not look says why, and keeps no other from looking. */
async function tried(check: Check, patient: Patient): Promise<Finding[]> {
  try {
    return await check(patient);
  } catch (error) {
    if (error instanceof CommandError) return [look("not looked at", error.message)];
    if (!(error instanceof Error)) throw error;
    return [
      fix(
        `could not look: ${error.name}: ${error.message}`,
        "sign in with a role that may read (the AWS policy ReadOnlyAccess is enough), check the network",
      ),
    ];
  }
}

/** Returns the patient with the outputs of its stack, and what is to be said of the stack itself. */
async function withStack(patient: Patient): Promise<{ patient: Patient; findings: Finding[] }> {
  const { values, aws } = patient;
  const { region } = values.deployment;
  const StackName = stackNameOf(values);
  try {
    const { Stacks = [] } = await aws.cloudFormation.send(new DescribeStacksCommand({ StackName }));
    const [stack] = Stacks;
    if (stack !== undefined) {
      const status = stack.StackStatus ?? "unknown";
      const finding = must(
        /^(?:CREATE|UPDATE)_COMPLETE$/.test(status),
        `${StackName} is deployed in ${region}`,
        `${StackName} is in the state ${status}`,
        "wait until the deployment has ended; its events say what failed",
      );
      return { patient: { ...patient, output: outputsOf(stack) }, findings: [finding] };
    }
  } catch (error) {
    if (!(error instanceof Error && error.name === "ValidationError")) throw error;
  }
  return { patient, findings: [look(`there is no stack ${StackName} in ${region}`, "npm run deploy")] };
}

/** Returns what every check found. Nothing is changed, but for the one click with a mail of the operator's. */
export async function examine(given: Omit<Patient, "output">): Promise<Checked[]> {
  const output = () => {
    throw new CommandError("npm run deploy, then look again");
  };
  let patient: Patient = { ...given, output };
  const stack = await tried(async (one) => {
    const found = await withStack(one);
    patient = found.patient;
    return found.findings;
  }, patient);
  const checked: Checked[] = [{ name: "Deployment", findings: stack }];
  for (const [name, check] of Object.entries(checksOf(patient)))
    checked.push({ name, findings: await tried(check, patient) });
  return checked;
}
