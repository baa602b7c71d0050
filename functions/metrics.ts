/** Numbers that an operator watches, taken from the log: what is worth a line is worth counting, and nothing else is. */
import type { LogFields } from "#functions/log.ts";

/** Where CloudWatch keeps them. */
export const metricNamespace = "ReadinessFunnel";

/** Ten at most: so many are free of charge. */
export const metricNames = [
  "Submissions",
  "Confirmations",
  "StepsDone",
  "StepsRetried",
  "StepsGivenUp",
  "AddressesSuppressed",
  "Erasures",
  "RequestsFailed",
  "OldestDueSeconds",
] as const;
export type MetricName = (typeof metricNames)[number];

export interface MetricValue {
  name: MetricName;
  value: number;
  unit: "Count" | "Seconds";
}

const counts: Readonly<Record<string, MetricName>> = {
  "assessment accepted": "Submissions",
  "address confirmed": "Confirmations",
  "step done": "StepsDone",
  "address suppressed": "AddressesSuppressed",
  "assessment deleted": "Erasures",
  "request failed": "RequestsFailed",
};

/** Returns what a log event counts as, or null for one that nobody counts. */
export function metricOf(event: string, fields: LogFields): MetricValue | null {
  if (event === "step not done")
    return { name: fields.state === "failed" ? "StepsGivenUp" : "StepsRetried", value: 1, unit: "Count" };
  if (event === "oldest due")
    return { name: "OldestDueSeconds", value: Number(fields.seconds), unit: "Seconds" };
  const name = counts[event];
  return name === undefined ? null : { name, value: 1, unit: "Count" };
}
