import { type EventType, GetConfigurationSetEventDestinationsCommand } from "@aws-sdk/client-sesv2";
import { paginateListSubscriptionsByTopic } from "@aws-sdk/client-sns";
import { GetQueueAttributesCommand } from "@aws-sdk/client-sqs";
import { type Check, type Examined, isMissing } from "./examined.ts";
import { type Finding, fine, fix } from "./finding.ts";

/** Without one of them a bad address is mailed again, or a mail whose fate is open goes twice. */
const needed: readonly EventType[] = ["SEND", "DELIVERY", "BOUNCE", "COMPLAINT", "REJECT"];
const again = "npm run deploy sets it again; find out who changed it";

async function publishes({ aws }: Examined, set: string, topic: string): Promise<boolean> {
  try {
    const { EventDestinations = [] } = await aws.ses.send(
      new GetConfigurationSetEventDestinationsCommand({ ConfigurationSetName: set }),
    );
    return EventDestinations.some(
      ({ Enabled, SnsDestination, MatchingEventTypes = [] }) =>
        Enabled === true &&
        SnsDestination?.TopicArn === topic &&
        needed.every((type) => MatchingEventTypes.includes(type)),
    );
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
}

async function listens({ aws, output }: Examined, TopicArn: string): Promise<boolean> {
  for await (const { Subscriptions = [] } of paginateListSubscriptionsByTopic(
    { client: aws.sns },
    { TopicArn },
  ))
    if (Subscriptions.some(({ Endpoint }) => Endpoint?.endsWith(`:function:${output("FeedbackFunction")}`)))
      return true;
  return false;
}

/** The way of what SES says about mails: configuration set, topic, function, and nothing left aside. */
export const eventFlow: Check = async (examined) => {
  const { aws, output } = examined;
  const topic = output("FeedbackTopic");
  const findings: Finding[] = [];
  for (const [kind, start] of [
    ["requested mails", "RequestedSet"],
    ["follow-ups", "FollowUpsSet"],
  ] as const)
    findings.push(
      (await publishes(examined, output(start), topic))
        ? fine("mail events", `SES tells what became of ${kind}`)
        : fix("mail events", `SES does not tell what became of ${kind}`, again),
    );
  findings.push(
    (await listens(examined, topic))
      ? fine("mail events", "the feedback function listens")
      : fix("mail events", "nobody listens: bounces and complaints change nothing", again),
  );
  const { Attributes } = await aws.sqs.send(
    new GetQueueAttributesCommand({
      QueueUrl: output("FailedFeedbackUrl"),
      AttributeNames: ["ApproximateNumberOfMessages"],
    }),
  );
  const aside = Number(Attributes?.ApproximateNumberOfMessages ?? 0);
  if (aside > 0)
    findings.push(
      fix("mail events", `${aside} could not be written down`, "infra/runbook.md, feedback-failed"),
    );
  return findings;
};
