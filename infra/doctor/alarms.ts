import { DescribeAlarmsCommand, type MetricAlarm } from "@aws-sdk/client-cloudwatch";
import { paginateListSubscriptionsByTopic } from "@aws-sdk/client-sns";
import { stackNameOf } from "../operate/command.ts";
import type { Check, Examined } from "./examined.ts";
import { type Finding, fine, fix } from "./finding.ts";

/** Returns who is mailed by a topic, and who has been asked and has not confirmed. */
async function listenersOf({ aws }: Examined, TopicArn: string) {
  const confirmed = new Set<string>();
  const asked = new Set<string>();
  for await (const { Subscriptions = [] } of paginateListSubscriptionsByTopic(
    { client: aws.sns },
    { TopicArn },
  ))
    for (const { Endpoint = "", SubscriptionArn } of Subscriptions)
      (SubscriptionArn === "PendingConfirmation" ? asked : confirmed).add(Endpoint);
  return { confirmed, asked };
}

async function recipients(examined: Examined, topic: string): Promise<Finding[]> {
  const { confirmed, asked } = await listenersOf(examined, topic);
  return examined.values.deployment.alarmRecipients.map((address) => {
    if (confirmed.has(address)) return fine("alarm recipients", `${address} is mailed`);
    return asked.has(address)
      ? fix(
          "alarm recipients",
          `${address} has not confirmed, and is told nothing`,
          'press the link in "AWS Notification - Subscription Confirmation"; after three days it is gone: delete the ' +
            "subscription in SNS and deploy again",
        )
      : fix(
          "alarm recipients",
          `${address} is not subscribed`,
          "npm run deploy subscribes; then confirm the mail",
        );
  });
}

function stateOf({ AlarmName = "", ActionsEnabled, StateValue }: MetricAlarm): Finding | null {
  if (StateValue === "ALARM") return fix("alarms", `${AlarmName} is on`, "infra/runbook.md, under its name");
  if (ActionsEnabled !== true)
    return fix(
      "alarms",
      `${AlarmName} tells nobody`,
      `aws cloudwatch enable-alarm-actions --alarm-names ${AlarmName}`,
    );
  return null;
}

/** That alarms are there, off, and reach a person. */
export const alarms: Check = async (examined) => {
  const { MetricAlarms = [] } = await examined.aws.cloudWatch.send(
    new DescribeAlarmsCommand({ AlarmNamePrefix: `${stackNameOf(examined.values)}-` }),
  );
  const topic = MetricAlarms.flatMap(({ AlarmActions = [] }) => AlarmActions)[0];
  if (topic === undefined)
    return [fix("alarms", "there are none, or they tell nobody", "npm run deploy makes them")];
  const findings = MetricAlarms.map(stateOf).filter((one) => one !== null);
  return [
    ...(findings.length > 0 ? findings : [fine("alarms", `${MetricAlarms.length}, all off`)]),
    ...(await recipients(examined, topic)),
  ];
};
