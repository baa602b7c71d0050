import { Duration } from "aws-cdk-lib";
import type { HttpApi } from "aws-cdk-lib/aws-apigatewayv2";
import { Metric, Stats, Unit } from "aws-cdk-lib/aws-cloudwatch";
import type { IFunction } from "aws-cdk-lib/aws-lambda";
import type { Queue } from "aws-cdk-lib/aws-sqs";
import { type MetricName, metricNamespace } from "#functions/metrics.ts";

const period = Duration.minutes(5);

/** What the alarms and the dashboard look at. */
export interface WatchedMetrics {
  /** A number of our own, taken from the log. */
  own(name: MetricName): Metric;
  api(name: "Count" | "4xx" | "5xx"): Metric;
  apiLatency(percentile: number): Metric;
  ses(name: "Send" | "Delivery" | "Bounce" | "Complaint"): Metric;
  /** Share of mails, as AWS judges the account by it. */
  reputation(name: "BounceRate" | "ComplaintRate"): Metric;
  waiting(queue: Queue): Metric;
  of(fn: IFunction, name: "Errors" | "Throttles" | "Invocations"): Metric;
  duration(fn: IFunction): Metric;
}

/** @param service what the functions of this stage call themselves */
export function watchedMetrics(service: string, api: HttpApi): WatchedMetrics {
  const sum = { statistic: Stats.SUM, period };
  const ses = (metricName: string, statistic: string) =>
    new Metric({ namespace: "AWS/SES", metricName, statistic, period });
  return {
    own: (metricName) =>
      new Metric({
        namespace: metricNamespace,
        metricName,
        dimensionsMap: { service },
        period,
        statistic: metricName === "OldestDueSeconds" ? Stats.MAXIMUM : Stats.SUM,
        unit: metricName === "OldestDueSeconds" ? Unit.SECONDS : Unit.COUNT,
      }),
    api: (name) => api.metric(name, sum),
    apiLatency: (percentile) => api.metricLatency({ statistic: Stats.percentile(percentile), period }),
    ses: (name) => ses(name, Stats.SUM),
    reputation: (name) => ses(`Reputation.${name}`, Stats.MAXIMUM),
    waiting: (queue) => queue.metricApproximateNumberOfMessagesVisible({ statistic: Stats.MAXIMUM, period }),
    of: (fn, name) => fn.metric(name, sum),
    duration: (fn) => fn.metricDuration({ statistic: Stats.percentile(95), period }),
  };
}
