import { Duration } from "aws-cdk-lib";
import type { Table } from "aws-cdk-lib/aws-dynamodb";
import { FilterCriteria, StartingPosition } from "aws-cdk-lib/aws-lambda";
import type { FunnelFunction } from "./funnel-function.ts";

/** What Lambda itself does on the stream with the function's role. */
const streamActions = [
  "dynamodb:DescribeStream",
  "dynamodb:GetRecords",
  "dynamodb:GetShardIterator",
  "dynamodb:ListStreams",
];

const present = [{ exists: true }];
const noLease = { NULL: [true] };

/**
 * What is worth waking a worker for: a new assessment, and a step added from outside, such as a confirmation.
 * Not what a worker itself writes: taking and giving back the lease are changes too, and each would call the next
 * worker for as long as anything is owed. What this misses, the sweep finds.
 */
export const owedFilters = [
  { eventName: ["INSERT"], dynamodb: { NewImage: { dueShard: { S: present } } } },
  {
    eventName: ["MODIFY"],
    dynamodb: { OldImage: { lease: noLease }, NewImage: { lease: noLease, dueShard: { S: present } } },
  },
];

/**
 * Hands this function the changes of the table that owe somebody something. Lambda reads the stream free of charge;
 * a pipe, which needs no function, would be charged for looking four times a second whether or not anything happened.
 */
export function relayOwedSteps(table: Table, relay: FunnelFunction): void {
  const stream = table.tableStreamArn ?? "";
  relay.allow(streamActions, [stream]);
  relay.addEventSourceMapping("Changes", {
    eventSourceArn: stream,
    startingPosition: StartingPosition.LATEST,
    filters: owedFilters.map((filter) => FilterCriteria.filter(filter)),
    // As many as the queue takes at once.
    batchSize: 10,
    reportBatchItemFailures: true,
    bisectBatchOnError: true,
    // Whatever has not got through by then, the sweep has found.
    retryAttempts: 3,
    maxRecordAge: Duration.minutes(5),
  });
}
