import { GetMetricDataCommand, type MetricDataQuery } from "@aws-sdk/client-cloudwatch";
import { type EventType, GetConfigurationSetEventDestinationsCommand } from "@aws-sdk/client-sesv2";
import { type Finding, fix, good, look, must } from "./finding.ts";
import type { Patient } from "./patient.ts";
import { subscriptionsOf } from "./subscriptions.ts";

const needed: readonly EventType[] = ["SEND", "DELIVERY", "BOUNCE", "COMPLAINT"];
const redeploy = "npm run deploy: somebody changed it by hand";
const days = 7;

/** Whether we hear what became of each mail: from SES to the topic, from the topic to the function. */
export async function checkEvents(patient: Patient): Promise<Finding[]> {
  const { aws, output } = patient;
  const topic = output("FeedbackTopic");
  const findings: Finding[] = [];
  for (const name of ["RequestedSet", "FollowUpsSet"])
    findings.push(await checkDestination(aws, output(name), topic));
  const subscriptions = await subscriptionsOf(aws.sns, topic);
  const feedback = output("FeedbackFunction");
  findings.push(
    must(
      subscriptions.some(
        ({ Protocol, Endpoint }) => Protocol === "lambda" && Endpoint?.endsWith(`:${feedback}`) === true,
      ),
      "the events go to the function that writes them down",
      "nobody reads the events: the topic has no subscription of the function",
      redeploy,
    ),
  );
  return [...findings, await checkFlow(patient, feedback)];
}

async function checkDestination(aws: Patient["aws"], set: string, topic: string): Promise<Finding> {
  const { EventDestinations = [] } = await aws.ses.send(
    new GetConfigurationSetEventDestinationsCommand({ ConfigurationSetName: set }),
  );
  const told = EventDestinations.filter(
    ({ Enabled, SnsDestination }) => Enabled === true && SnsDestination?.TopicArn === topic,
  ).flatMap(({ MatchingEventTypes = [] }) => MatchingEventTypes);
  const missing = needed.filter((type) => !told.includes(type));
  return must(
    missing.length === 0,
    `${set} reports sends, deliveries, bounces and complaints`,
    `${set} does not report ${missing.join(", ").toLowerCase()}`,
    redeploy,
  );
}

/** Compares what SES sent in a week with what was written down about it. */
async function checkFlow({ aws, now }: Patient, feedback: string): Promise<Finding> {
  const query = (Id: string, Namespace: string, MetricName: string, dimensions = {}): MetricDataQuery => ({
    Id,
    MetricStat: {
      Metric: {
        Namespace,
        MetricName,
        Dimensions: Object.entries<string>(dimensions).map(([Name, Value]) => ({ Name, Value })),
      },
      Period: 86_400,
      Stat: "Sum",
    },
  });
  const end = now();
  const { MetricDataResults = [] } = await aws.cloudWatch.send(
    new GetMetricDataCommand({
      StartTime: new Date(end.getTime() - days * 86_400_000),
      EndTime: end,
      MetricDataQueries: [
        query("sent", "AWS/SES", "Send"),
        query("heard", "AWS/Lambda", "Invocations", { FunctionName: feedback }),
      ],
    }),
  );
  const sum = (id: string) =>
    MetricDataResults.find(({ Id }) => Id === id)?.Values?.reduce((all, one) => all + one, 0) ?? 0;
  const [sent, heard] = [sum("sent"), sum("heard")];
  if (sent === 0)
    return look(
      `SES sent nothing in ${days} days, so no event has come either`,
      "send the form to bounce@simulator.amazonses.com, wait ten minutes, look again",
    );
  if (heard === 0)
    return fix(
      `SES sent ${sent} mails in ${days} days, and no event about them came`,
      "the lines above say where the events end; then infra/runbook.md, feedback-failed",
    );
  return good(`SES sent ${sent} mails in ${days} days; ${heard} events about them came`);
}
