import {
  GetAccountCommand,
  type GetAccountCommandOutput,
  GetSuppressedDestinationCommand,
} from "@aws-sdk/client-sesv2";
import { type Check, type Examined, isMissing } from "./examined.ts";
import { type Finding, fine, fix, look } from "./finding.ts";

/** A day's quota this full leaves no room for a good day. */
const fullShare = 0.8;

function sandbox({ ProductionAccessEnabled }: GetAccountCommandOutput): Finding {
  return ProductionAccessEnabled === true
    ? fine("SES sandbox", "left: mail goes to anybody")
    : fix(
        "SES sandbox",
        "only addresses verified by hand get mail, 200 a day",
        'ask for production access; the text to send is in infra/aws/first-deployment.md, "SES out of the sandbox"',
      );
}

function sending({ SendingEnabled, EnforcementStatus }: GetAccountCommandOutput): Finding {
  if (SendingEnabled !== true || EnforcementStatus === "SHUTDOWN")
    return fix(
      "SES sending",
      "SES has paused this account",
      "read the case in the AWS Support Center, mend the cause, answer it; owed mails wait and go out then",
    );
  if (EnforcementStatus === "PROBATION")
    return fix(
      "SES sending",
      "SES reviews this account",
      "infra/runbook.md, bounce-rate-high and complaint-rate-high, before it is paused",
    );
  return fine("SES sending", "allowed, and not under review");
}

function quota({ SendQuota }: GetAccountCommandOutput, { values }: Examined): Finding {
  const { MaxSendRate = 0, Max24HourSend = 0, SentLast24Hours = 0 } = SendQuota ?? {};
  const { mailsPerSecond } = values.deployment;
  const field = `deployment.${values.stage}.mailsPerSecond`;
  if (mailsPerSecond > MaxSendRate)
    return fix(
      "SES quota",
      `${field} is ${mailsPerSecond}, and SES takes ${MaxSendRate} a second: the rest is refused and tried again`,
      `set it to ${Math.max(1, Math.floor(MaxSendRate))} and deploy, or ask SES for more`,
    );
  if (Max24HourSend > 0 && SentLast24Hours > Max24HourSend * fullShare)
    return look(
      "SES quota",
      `${SentLast24Hours} of ${Max24HourSend} mails of the last 24 hours are used`,
      "ask SES for a higher daily quota today",
    );
  return fine("SES quota", `${MaxSendRate} mails a second, ${Max24HourSend} a day`);
}

function suppression({ SuppressionAttributes }: GetAccountCommandOutput): Finding {
  const reasons = SuppressionAttributes?.SuppressedReasons ?? [];
  return reasons.includes("BOUNCE") && reasons.includes("COMPLAINT")
    ? fine("suppression", "SES itself stops mail to addresses that bounced or complained")
    : fix(
        "suppression",
        "SES does not keep a list of its own of addresses that bounced or complained",
        "aws sesv2 put-account-suppression-attributes --suppressed-reasons BOUNCE COMPLAINT",
      );
}

/** Whether SES lets this account send, to anybody, and as fast as the configuration says. */
export const sesAccount: Check = async (examined) => {
  const answer = await examined.aws.ses.send(new GetAccountCommand({}));
  return [sandbox(answer), sending(answer), quota(answer, examined), suppression(answer)];
};

/** That our own people are not on the list of those who get no mail. */
export const ownRecipients: Check = async ({ aws, values: { config, deployment } }) => {
  const findings: Finding[] = [];
  for (const EmailAddress of new Set([...config.sales.recipients, ...deployment.alarmRecipients]))
    try {
      const { SuppressedDestination } = await aws.ses.send(
        new GetSuppressedDestinationCommand({ EmailAddress }),
      );
      findings.push(
        fix(
          "our recipients",
          `${EmailAddress} gets no mail since a ${SuppressedDestination?.Reason?.toLowerCase()}`,
          `mend the mailbox, then: aws sesv2 delete-suppressed-destination --email-address ${EmailAddress}`,
        ),
      );
    } catch (error) {
      if (!isMissing(error)) throw error;
    }
  return findings.length > 0 ? findings : [fine("our recipients", "none of them is suppressed")];
};
