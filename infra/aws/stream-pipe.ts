import type { Table } from "aws-cdk-lib/aws-dynamodb";
import { PolicyStatement, Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { CfnPipe } from "aws-cdk-lib/aws-pipes";
import type { Queue } from "aws-cdk-lib/aws-sqs";
import type { Construct } from "constructs";

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

/** The queue gets the id and nothing else: no answer or address leaves the table this way. */
export const messageTemplate = '{"assessmentId": "<$.dynamodb.NewImage.id.S>"}';

/** Tells the queue about each assessment that has got a step to do. */
export function pipeOwedSteps(scope: Construct, table: Table, queue: Queue, failed: Queue): CfnPipe {
  const source = table.tableStreamArn ?? "";
  const role = new Role(scope, "PipeRole", { assumedBy: new ServicePrincipal("pipes.amazonaws.com") });
  const allow = (actions: string[], resources: string[]) =>
    role.addToPolicy(new PolicyStatement({ actions, resources }));
  allow(streamActions, [source]);
  allow(["sqs:SendMessage"], [queue.queueArn, failed.queueArn]);
  const pipe = new CfnPipe(scope, "Pipe", {
    roleArn: role.roleArn,
    source,
    sourceParameters: {
      filterCriteria: { filters: owedFilters.map((filter) => ({ pattern: JSON.stringify(filter) })) },
      dynamoDbStreamParameters: {
        startingPosition: "LATEST",
        batchSize: 10,
        maximumRetryAttempts: 10,
        onPartialBatchItemFailure: "AUTOMATIC_BISECT",
        deadLetterConfig: { arn: failed.queueArn },
      },
    },
    target: queue.queueArn,
    targetParameters: { inputTemplate: messageTemplate },
  });
  // Without its permissions the pipe fails to start, and the deployment with it.
  pipe.node.addDependency(role);
  return pipe;
}
