import { Duration } from "aws-cdk-lib";
import type { Table } from "aws-cdk-lib/aws-dynamodb";
import type { IFunction } from "aws-cdk-lib/aws-lambda";
import { SqsEventSource } from "aws-cdk-lib/aws-lambda-event-sources";
import { Schedule, ScheduleExpression, ScheduleTargetInput } from "aws-cdk-lib/aws-scheduler";
import { LambdaInvoke } from "aws-cdk-lib/aws-scheduler-targets";
import { Queue, QueueEncryption } from "aws-cdk-lib/aws-sqs";
import { Construct } from "constructs";
import { sweepRequest } from "#functions/delivery/sweep-handler.ts";
import { pipeOwedSteps } from "./stream-pipe.ts";

/** A batch of five reports rendered and mailed one after another, with SES answering late. */
export const deliveryTimeout = Duration.seconds(120);

/** Workers at once; each sends one mail at a time, so this also bounds the sending rate. */
export const maxWorkers = 5;

/** Owed steps on their way to the worker: from the table's stream at once, by the sweep when due again. */
export class DeliveryPipeline extends Construct {
  readonly queue: Queue;
  /** What nobody could handle after five tries. */
  readonly failed: Queue;

  constructor(scope: Construct, id: string, table: Table) {
    super(scope, id);
    this.failed = new Queue(this, "Failed", {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
    });
    this.queue = new Queue(this, "Owed", {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      // Six times the function's timeout, as Lambda asks, so that a message is not handed out twice.
      visibilityTimeout: Duration.seconds(deliveryTimeout.toSeconds() * 6),
      deadLetterQueue: { queue: this.failed, maxReceiveCount: 5 },
    });
    pipeOwedSteps(this, table, this.queue, this.failed);
  }

  /** Lets this function do the steps: those the queue names, and every minute those that are due again. */
  deliverWith(worker: IFunction): void {
    worker.addEventSource(
      new SqsEventSource(this.queue, {
        batchSize: 5,
        maxConcurrency: maxWorkers,
        reportBatchItemFailures: true,
      }),
    );
    new Schedule(this, "EveryMinute", {
      schedule: ScheduleExpression.rate(Duration.minutes(1)),
      target: new LambdaInvoke(worker, {
        input: ScheduleTargetInput.fromObject(sweepRequest),
        // The next minute brings the next sweep.
        retryAttempts: 0,
      }),
      description: "Finds steps that are due again: retries, and what a crash left behind.",
    });
  }
}
