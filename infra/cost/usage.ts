/** What was measured on the synthesized bundles, and what a month of it amounts to. */
import { z } from "zod";
import type { Amounts } from "./prices.ts";

const perFunction = z.object({
  invocations: z.number(),
  /** Milliseconds of a whole CPU. */
  cpuMilliseconds: z.number(),
  /** Calls to AWS: the function waits for each. */
  calls: z.number(),
});

const measuredSchema = z.object({
  functions: z.record(z.string(), perFunction),
  writeUnits: z.number(),
  readUnits: z.number(),
  apiRequests: z.number(),
  queueRequests: z.number(),
  mails: z.number(),
  mailEvents: z.number(),
  attachmentBytes: z.number(),
  logBytes: z.number(),
  /** Bytes of the item that stays. */
  storedBytes: z.number(),
  /** Bytes out to the visitor, compressed. */
  sentBytes: z.number(),
});

/** Of one lead, from the first page to the report downloaded once; of one sweep; of one visit without a lead. */
export const usageSchema = z.object({
  measuredOn: z.string(),
  lead: measuredSchema,
  sweep: measuredSchema,
  visit: measuredSchema,
});
export type Usage = z.infer<typeof usageSchema>;
type Measured = Usage["lead"];

/** What cannot be measured here, and is therefore said. */
export const assumptions = {
  visitsPerLead: 20,
  monthsKept: 24,
  sweepsPerMonth: 43_200,
  /** Lambda keeps five long polls of twenty seconds open for a queue. */
  pollsPerMonth: 5 * 3 * 43_200,
  /** How long AWS takes to answer one call, and SES to take one mail. */
  millisecondsPerCall: 5,
  millisecondsPerMail: 150,
  /** A function gets a whole CPU at this size, and a part of one below it. */
  megabytesPerCpu: 1_769,
  secrets: 2,
  alarms: 10,
  ownMetrics: 9,
  dashboards: 1,
} as const;

const gigabyte = 1024 ** 3;

function secondsOf({ functions, mails }: Measured, memory: Readonly<Record<string, number>>): number {
  const { millisecondsPerCall, millisecondsPerMail, megabytesPerCpu } = assumptions;
  return Object.entries(functions).reduce((sum, [id, { cpuMilliseconds, calls }]) => {
    const megabytes = memory[id] ?? 1_024;
    const slower = Math.max(1, megabytesPerCpu / megabytes);
    const waiting = calls * millisecondsPerCall + (id === "Delivery" ? mails * millisecondsPerMail : 0);
    return sum + ((cpuMilliseconds * slower + waiting) / 1_000) * (megabytes / 1_024);
  }, 0);
}

function amountsOf(measured: Measured, times: number, memory: Readonly<Record<string, number>>): Amounts {
  const invocations = Object.values(measured.functions).reduce((sum, one) => sum + one.invocations, 0);
  return {
    writeUnits: measured.writeUnits * times,
    readUnits: measured.readUnits * times,
    computeSeconds: secondsOf(measured, memory) * times,
    invocations: invocations * times,
    apiRequests: measured.apiRequests * times,
    queueRequests: measured.queueRequests * times,
    topicRequests: measured.mailEvents * times,
    mails: measured.mails * times,
    attachmentGigabytes: (measured.attachmentBytes * times) / gigabyte,
    logGigabytes: (measured.logBytes * times) / gigabyte,
    edgeGigabytes: (measured.sentBytes * times) / gigabyte,
    // A twentieth is traced, besides the first of each second.
    traces: invocations * times * 0.05,
  };
}

/** Files of a page, its pictures and fonts included. */
const requestsPerVisit = 30;

function added(...all: Amounts[]): Amounts {
  const sum: Record<string, number> = {};
  for (const amounts of all)
    for (const [name, amount] of Object.entries(amounts)) sum[name] = (sum[name] ?? 0) + amount;
  return sum;
}

/** Returns what a month with so many leads uses; 0 is an idle month. */
export function monthOf(usage: Usage, leads: number, memory: Readonly<Record<string, number>>): Amounts {
  const { visitsPerLead, monthsKept, sweepsPerMonth, pollsPerMonth } = assumptions;
  const { secrets, alarms, ownMetrics, dashboards } = assumptions;
  const visits = leads * visitsPerLead;
  const stored = (usage.lead.storedBytes * leads * monthsKept) / gigabyte;
  return added(
    amountsOf(usage.lead, leads, memory),
    amountsOf(usage.visit, visits, memory),
    amountsOf(usage.sweep, sweepsPerMonth, memory),
    {
      scheduleRuns: sweepsPerMonth,
      queueRequests: pollsPerMonth,
      edgeRequests: visits * requestsPerVisit,
      edgeRuns: visits * requestsPerVisit,
      tableGigabytes: stored,
      recoveryGigabytes: stored,
      secrets,
      alarms,
      ownMetrics,
      dashboards,
      // Every sweep is the first invocation of its second.
      traces: sweepsPerMonth,
    },
  );
}
