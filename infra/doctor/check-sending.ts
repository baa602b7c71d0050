import { GetAccountCommand, GetConfigurationSetCommand } from "@aws-sdk/client-sesv2";
import { type Finding, good, look, must } from "./finding.ts";
import type { Patient } from "./patient.ts";

const reasons = ["BOUNCE", "COMPLAINT"] as const;

const holdsBoth = (given: readonly string[] | undefined) =>
  reasons.every((reason) => given?.includes(reason));

/** Whether SES sends at all, to everybody and fast enough, and to nobody who bounced or complained. */
export async function checkSending({ aws, values }: Patient): Promise<Finding[]> {
  const account = await aws.ses.send(new GetAccountCommand({}));
  const { MaxSendRate = 0, Max24HourSend = 0 } = account.SendQuota ?? {};
  const { mailsPerSecond } = values.deployment;
  return [
    must(
      account.ProductionAccessEnabled === true,
      "SES is out of the sandbox",
      "SES is in the sandbox: it mails addresses that were verified by hand, and nobody else",
      "request production access; infra/aws/first-deployment.md, step 6, has the text",
    ),
    must(
      account.SendingEnabled === true && account.EnforcementStatus === "HEALTHY",
      "SES sends, and has nothing against this account",
      `SES has ${account.SendingEnabled === true ? "put this account under review" : "paused sending"} (${account.EnforcementStatus ?? "no status"})`,
      "read the case in Support Center; infra/runbook.md, bounce-rate-high and complaint-rate-high",
    ),
    must(
      MaxSendRate >= mailsPerSecond,
      `SES takes ${MaxSendRate} mails a second and ${Max24HourSend} a day; the worker sends ${mailsPerSecond} a second`,
      `SES takes ${MaxSendRate} mails a second, but the worker sends ${mailsPerSecond}`,
      `set deployment.${values.stage}.mailsPerSecond to ${Math.max(1, Math.floor(MaxSendRate))} and deploy, or ask SES for more`,
    ),
    holdsBoth(account.SuppressionAttributes?.SuppressedReasons)
      ? good("the account suppresses addresses that bounced or complained")
      : look(
          "the account does not suppress addresses that bounced or complained; our configuration sets may",
          "SES, Suppression list, Account-level settings: both reasons",
        ),
  ];
}

/** Whether both kinds of mail are sent, each by its own configuration set. */
export async function checkSets({ aws, output }: Patient): Promise<Finding[]> {
  return [await checkSet(output("RequestedSet"), aws), await checkSet(output("FollowUpsSet"), aws)];
}

async function checkSet(ConfigurationSetName: string, aws: Patient["aws"]): Promise<Finding> {
  const set = await aws.ses.send(new GetConfigurationSetCommand({ ConfigurationSetName }));
  const sends = set.SendingOptions?.SendingEnabled !== false;
  return must(
    sends && holdsBoth(set.SuppressionOptions?.SuppressedReasons),
    `${ConfigurationSetName} sends, and suppresses who bounced or complained`,
    `${ConfigurationSetName} ${sends ? "does not suppress who bounced or complained" : "is switched off"}`,
    sends
      ? "npm run deploy: somebody changed it by hand"
      : "SES, Configuration sets: switch sending on again",
  );
}
