import { Stack } from "aws-cdk-lib";
import { Alarm, ComparisonOperator, type IMetric, TreatMissingData } from "aws-cdk-lib/aws-cloudwatch";
import { SnsAction } from "aws-cdk-lib/aws-cloudwatch-actions";
import { PolicyStatement, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import type { IFunction } from "aws-cdk-lib/aws-lambda";
import { Topic } from "aws-cdk-lib/aws-sns";
import { EmailSubscription } from "aws-cdk-lib/aws-sns-subscriptions";
import type { Queue } from "aws-cdk-lib/aws-sqs";
import { Construct } from "constructs";
import type { WatchedMetrics } from "./watched-metrics.ts";

/** When AWS begins to review an account: 5 % bounces, 0.1 % complaints. Each alarm leaves time to act before. */
const bounceShare = 0.03;
const complaintShare = 0.0006;
/** A step waits for a retry at most six hours, but is due only when it may be tried: this long means nobody tries. */
const overdueSeconds = 900;

interface Watch {
  metric: IMetric;
  /** The alarm goes off at this value and above. */
  threshold: number;
  /** Periods of five minutes in a row. */
  periods?: number;
  /** No number at all is an alarm too. */
  silenceAlarms?: boolean;
  says: string;
}

interface Props {
  metrics: WatchedMetrics;
  api: IFunction;
  worker: IFunction;
  relay: IFunction;
  failedSteps: Queue;
  failedFeedback: Queue;
  recipients: readonly string[];
}

function watches({ metrics, api, worker, relay, failedSteps, failedFeedback }: Props): Record<string, Watch> {
  return {
    "step-given-up": {
      metric: metrics.own("StepsGivenUp"),
      threshold: 1,
      says: "A mail was tried for hours and given up.",
    },
    "steps-overdue": {
      metric: metrics.own("OldestDueSeconds"),
      threshold: overdueSeconds,
      periods: 3,
      silenceAlarms: true,
      says: "Owed steps wait and nobody does them, or the sweep that measures it has stopped.",
    },
    "messages-failed": {
      metric: metrics.waiting(failedSteps),
      threshold: 1,
      says: "The worker could not finish a message in five tries.",
    },
    "feedback-failed": {
      metric: metrics.waiting(failedFeedback),
      threshold: 1,
      says: "What SES said about a mail could not be written down.",
    },
    "api-failing": { metric: metrics.api("5xx"), threshold: 3, says: "Visitors get errors from the API." },
    "api-throttled": {
      metric: metrics.of(api, "Throttles"),
      threshold: 1,
      says: "The account runs no more functions at once, and visitors are turned away.",
    },
    "worker-failing": {
      metric: metrics.of(worker, "Errors"),
      threshold: 1,
      says: "The worker ended without an answer: out of time, out of memory, or broken.",
    },
    "relay-failing": {
      metric: metrics.of(relay, "Errors"),
      threshold: 3,
      says: "Changes of the table do not reach the queue; mails come with the sweep, up to a minute later.",
    },
    "bounce-rate-high": {
      metric: metrics.reputation("BounceRate"),
      threshold: bounceShare,
      says: "Too many mails come back; at 5 % AWS reviews the account.",
    },
    "complaint-rate-high": {
      metric: metrics.reputation("ComplaintRate"),
      threshold: complaintShare,
      says: "Too many readers call a mail spam; at 0.1 % AWS reviews the account.",
    },
  };
}

/** Every alarm is something a person has to act on; infra/runbook.md has an article under the name of each. */
export class Alarms extends Construct {
  constructor(scope: Construct, id: string, props: Props) {
    super(scope, id);
    const topic = new Topic(this, "Topic", { enforceSSL: true, displayName: "Readiness funnel" });
    topic.addToResourcePolicy(
      new PolicyStatement({
        actions: ["sns:Publish"],
        principals: [new ServicePrincipal("cloudwatch.amazonaws.com")],
        resources: [topic.topicArn],
        conditions: { StringEquals: { "aws:SourceAccount": Stack.of(this).account } },
      }),
    );
    for (const recipient of props.recipients) topic.addSubscription(new EmailSubscription(recipient));
    for (const [name, watch] of Object.entries(watches(props))) this.add(name, watch, topic);
  }

  private add(
    name: string,
    { metric, threshold, periods = 1, silenceAlarms = false, says }: Watch,
    topic: Topic,
  ) {
    const alarm = new Alarm(this, name, {
      alarmName: `${Stack.of(this).stackName}-${name}`,
      alarmDescription: `${says} What to do: infra/runbook.md, ${name}`,
      metric,
      threshold,
      evaluationPeriods: periods,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: silenceAlarms ? TreatMissingData.BREACHING : TreatMissingData.NOT_BREACHING,
    });
    alarm.addAlarmAction(new SnsAction(topic));
    alarm.addOkAction(new SnsAction(topic));
  }
}
