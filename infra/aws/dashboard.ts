import { Duration, Stack } from "aws-cdk-lib";
import {
  Dashboard,
  GraphWidget,
  type IMetric,
  type IWidget,
  MathExpression,
  type Metric,
  Stats,
  TextWidget,
} from "aws-cdk-lib/aws-cloudwatch";
import type { Table } from "aws-cdk-lib/aws-dynamodb";
import type { Queue } from "aws-cdk-lib/aws-sqs";
import type { Construct } from "constructs";
import type { FunctionId } from "./bundles.ts";
import type { FunnelFunction } from "./funnel-function.ts";
import type { WatchedMetrics } from "./watched-metrics.ts";

interface Props {
  metrics: WatchedMetrics;
  functions: Readonly<Record<FunctionId, FunnelFunction>>;
  memory: Readonly<Record<FunctionId, number>>;
  table: Table;
  failedSteps: Queue;
  failedFeedback: Queue;
}

const graph = (title: string, left: IMetric[], right: IMetric[] = []): IWidget =>
  new GraphWidget({ title, left, right, width: 8, height: 6, liveData: true });
const heading = (markdown: string): IWidget => new TextWidget({ markdown, width: 24, height: 1 });
const named = (metric: Metric, label: string) => metric.with({ label });

function story({ metrics }: Props): IWidget[] {
  const own = (name: Parameters<WatchedMetrics["own"]>[0], label: string) => named(metrics.own(name), label);
  return [
    graph("What came in", [own("Submissions", "submitted"), own("Confirmations", "confirmed")]),
    graph("What went out", [own("StepsDone", "mails sent"), own("StepsRetried", "to be tried again")]),
    graph("What people asked for", [own("Erasures", "erased"), own("AddressesSuppressed", "no more mail")]),
  ];
}

function stuck({ metrics, failedSteps, failedFeedback }: Props): IWidget[] {
  return [
    graph("Longest due, in seconds", [named(metrics.own("OldestDueSeconds"), "oldest due step")]),
    graph("Given up", [
      named(metrics.own("StepsGivenUp"), "steps"),
      named(metrics.waiting(failedSteps), "messages failed"),
      named(metrics.waiting(failedFeedback), "feedback failed"),
    ]),
    graph(
      "Mail: sent and refused",
      (["Send", "Delivery", "Bounce", "Complaint"] as const).map((name) => named(metrics.ses(name), name)),
      (["BounceRate", "ComplaintRate"] as const).map((name) => named(metrics.reputation(name), name)),
    ),
  ];
}

function web({ metrics, functions }: Props): IWidget[] {
  const each = Object.entries(functions);
  return [
    graph(
      "API",
      (["Count", "4xx", "5xx"] as const).map((name) => named(metrics.api(name), name)),
      [50, 95].map((percentile) => named(metrics.apiLatency(percentile), `p${percentile} ms`)),
    ),
    graph(
      "Functions: p95 milliseconds",
      each.map(([id, fn]) => named(metrics.duration(fn), id)),
    ),
    graph(
      "Functions: errors and throttles",
      each.map(([id, fn]) => named(metrics.of(fn, "Errors"), `${id} errors`)),
      [named(metrics.of(functions.Api, "Throttles"), "Api throttles")],
    ),
  ];
}

function cost({ metrics, functions, memory, table }: Props): IWidget[] {
  const hour = Duration.hours(1);
  const total = (fn: FunnelFunction) => fn.metricDuration({ statistic: Stats.SUM, period: hour });
  const gigabyteSeconds = new MathExpression({
    label: "GB-seconds",
    period: hour,
    usingMetrics: Object.fromEntries(
      Object.entries(functions).map(([id, fn]) => [id.toLowerCase(), total(fn)]),
    ),
    expression: Object.keys(functions)
      .map((id) => `${id.toLowerCase()}*${memory[id as FunctionId] / 1024 / 1000}`)
      .join("+"),
  });
  const units = (name: "Read" | "Write") =>
    table.metric(`Consumed${name}CapacityUnits`, {
      statistic: Stats.SUM,
      period: hour,
      label: `${name} units`,
    });
  return [
    graph("Cost: table, units an hour", [units("Write"), units("Read")]),
    graph("Cost: compute, an hour", [gigabyteSeconds]),
    graph("Cost: mails an hour", [metrics.ses("Send").with({ period: hour, label: "mails" })]),
  ];
}

/** The story of the funnel on one page: what came in, what went out, what is stuck, what it costs. */
export function dashboard(scope: Construct, props: Props): Dashboard {
  return new Dashboard(scope, "Dashboard", {
    dashboardName: Stack.of(scope).stackName,
    defaultInterval: Duration.days(7),
    widgets: [
      [heading("# The funnel")],
      story(props),
      [heading("# Is anything stuck? What to do is in infra/runbook.md")],
      stuck(props),
      [heading("# Does it answer?")],
      web(props),
      [heading("# What drives the cost")],
      cost(props),
    ],
  });
}
