/**
 * What AWS charges in us-east-1, in dollars. Read on the date given and from where it says; nothing here asks AWS, so
 * check each at https://aws.amazon.com/pricing/ before relying on it.
 */

export const pricesAsOf = "2026-11-25";

interface Price {
  /** What one is. */
  unit: string;
  dollars: number;
  /** Free of charge each month, for good. */
  free: number;
  /** seen: read in a published text. remembered: from knowledge of AWS's price lists, not looked up again. */
  source: string;
}

const million = (dollars: number) => dollars / 1_000_000;

export const prices = {
  writeUnits: {
    unit: "write request unit",
    dollars: million(0.625),
    free: 0,
    source: "seen: airbyte.com on DynamoDB pricing, 2025-07-21",
  },
  readUnits: {
    unit: "read request unit",
    dollars: million(0.125),
    free: 0,
    source: "seen: airbyte.com on DynamoDB pricing, 2025-07-21",
  },
  tableGigabytes: { unit: "GB-month of the table", dollars: 0.25, free: 25, source: "remembered" },
  recoveryGigabytes: {
    unit: "GB-month of point-in-time recovery",
    dollars: 0.2,
    free: 0,
    source: "remembered",
  },
  computeSeconds: {
    unit: "GB-second of a function, arm64",
    dollars: 0.0000133334,
    free: 400_000,
    source: "seen: cloudchipr.com on Lambda pricing, 2024",
  },
  invocations: {
    unit: "invocation of a function",
    dollars: million(0.2),
    free: 1_000_000,
    source: "seen: cloudchipr.com on Lambda pricing, 2024",
  },
  apiRequests: { unit: "request of the HTTP API", dollars: million(1), free: 0, source: "remembered" },
  queueRequests: { unit: "request of SQS", dollars: million(0.4), free: 1_000_000, source: "remembered" },
  topicRequests: { unit: "publication to SNS", dollars: million(0.5), free: 1_000_000, source: "remembered" },
  scheduleRuns: { unit: "run of a schedule", dollars: million(1), free: 14_000_000, source: "remembered" },
  mails: { unit: "mail", dollars: 0.1 / 1_000, free: 0, source: "remembered" },
  attachmentGigabytes: { unit: "GB of attachments", dollars: 0.12, free: 0, source: "remembered" },
  edgeRequests: {
    unit: "request of CloudFront",
    dollars: million(1),
    free: 10_000_000,
    source: "remembered",
  },
  edgeRuns: { unit: "run of code at the edge", dollars: million(0.1), free: 2_000_000, source: "remembered" },
  edgeGigabytes: { unit: "GB out of CloudFront", dollars: 0.085, free: 1_000, source: "remembered" },
  logGigabytes: { unit: "GB of logs taken in", dollars: 0.5, free: 5, source: "remembered" },
  ownMetrics: { unit: "metric of our own", dollars: 0.3, free: 10, source: "remembered" },
  alarms: { unit: "alarm", dollars: 0.1, free: 10, source: "remembered" },
  dashboards: { unit: "dashboard", dollars: 3, free: 3, source: "remembered" },
  traces: { unit: "trace", dollars: million(5), free: 100_000, source: "remembered" },
  secrets: { unit: "secret", dollars: 0.4, free: 0, source: "remembered" },
} as const satisfies Record<string, Price>;

export type Charged = keyof typeof prices;
/** How much of each is used; what is left out is not used at all. */
export type Amounts = Partial<Record<Charged, number>>;
