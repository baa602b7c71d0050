import { DescribeAlarmsCommand } from "@aws-sdk/client-cloudwatch";
import { stackNameOf } from "../operate/command.ts";
import { type Finding, fix, good, must } from "./finding.ts";
import type { Patient } from "./patient.ts";
import { subscriptionsOf } from "./subscriptions.ts";

/** SNS puts this where the ARN will be, until the recipient has confirmed. */
const waiting = "PendingConfirmation";

/** Whether alarms are there, quiet, and reach every recipient. */
export async function checkAlarms({ aws, values }: Patient): Promise<Finding[]> {
  const prefix = `${stackNameOf(values)}-`;
  const { MetricAlarms = [] } = await aws.cloudWatch.send(
    new DescribeAlarmsCommand({ AlarmNamePrefix: prefix, AlarmTypes: ["MetricAlarm"], MaxRecords: 100 }),
  );
  if (MetricAlarms.length === 0)
    return [fix("there is no alarm", "npm run deploy: without alarms nobody learns of a failure")];
  const off = MetricAlarms.filter(({ ActionsEnabled }) => ActionsEnabled !== true);
  const ringing = MetricAlarms.filter(({ StateValue }) => StateValue === "ALARM");
  const nameOf = (name = "") => name.slice(prefix.length);
  const topics = new Set(MetricAlarms.flatMap(({ AlarmActions = [] }) => AlarmActions));
  return [
    must(
      off.length === 0,
      `${MetricAlarms.length} alarms are switched on`,
      `switched off: ${off.map(({ AlarmName }) => nameOf(AlarmName)).join(", ")}`,
      "CloudWatch, Alarms, Actions: Enable",
    ),
    ...(ringing.length === 0 ? [good("none of them goes off")] : []),
    ...ringing.map(({ AlarmName }) => {
      const name = nameOf(AlarmName);
      return fix(`the alarm ${name} goes off`, `infra/runbook.md, ${name}`);
    }),
    ...(await checkRecipients(aws, [...topics], values.deployment.alarmRecipients)),
  ];
}

async function checkRecipients(
  aws: Patient["aws"],
  topics: readonly string[],
  recipients: readonly string[],
): Promise<Finding[]> {
  const subscriptions = (await Promise.all(topics.map((topic) => subscriptionsOf(aws.sns, topic)))).flat();
  return recipients.map((recipient) => {
    const found = subscriptions.find(({ Endpoint }) => Endpoint === recipient);
    if (found === undefined)
      return fix(`${recipient} is not subscribed to the alarms`, "npm run deploy, then confirm the mail");
    return must(
      found.SubscriptionArn !== waiting,
      `${recipient} is told of alarms`,
      `${recipient} has not confirmed, and is told of nothing`,
      'press the link in the mail "AWS Notification - Subscription Confirmation"; SNS can send it again',
    );
  });
}
