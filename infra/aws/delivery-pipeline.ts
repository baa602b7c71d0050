import { Duration } from "aws-cdk-lib";
import { Schedule, ScheduleExpression, ScheduleTargetInput } from "aws-cdk-lib/aws-scheduler";
import { LambdaInvoke } from "aws-cdk-lib/aws-scheduler-targets";
import { Queue, QueueEncryption } from "aws-cdk-lib/aws-sqs";
import { Construct } from "constructs";
import { sweepRequest } from "#functions/delivery/sweep-handler.ts";
import type { FunnelFunction } from "./funnel-function.ts";

/** A batch of five reports rendered and mailed one after another, with SES answering late. */
export const deliveryTimeout = Duration.seconds(120);

/** What Lambda itself does on the queue with the worker's role. */
const pollActions = ["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"];

/** A queue for what nobody could handle, kept long enough for a person to come back from a holiday. */
export function failedQueue(scope: Construct, id: string): Queue {
  return new Queue(scope, id, {
    encryption: QueueEncryption.SQS_MANAGED,
    enforceSSL: true,
    retentionPeriod: Duration.days(14),
  });
}

/** Owed steps on their way to the worker: from the table's stream at once, by the sweep when due again. */
export class DeliveryPipeline extends Construct {
  readonly owed: Queue;
  /** What nobody could handle after five tries. */
  readonly failed: Queue;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.failed = failedQueue(this, "Failed");
    this.owed = new Queue(this, "Owed", {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      // Six times the function's timeout, as Lambda asks, so that a message is not handed out twice.
      visibilityTimeout: Duration.seconds(deliveryTimeout.toSeconds() * 6),
      deadLetterQueue: { queue: this.failed, maxReceiveCount: 5 },
    });
  }

  /**
   * Lets this function do the steps: those the queue names, and every minute those that are due again.
   * @param mailsPerSecond what SES allows; a worker sends about one mail a second, so it bounds the workers
   */
  deliverWith(worker: FunnelFunction, mailsPerSecond: number): void {
    worker.allow(pollActions, [this.owed.queueArn]);
    worker.addEventSourceMapping("Owed", {
      eventSourceArn: this.owed.queueArn,
      batchSize: 5,
      // Lambda takes no number below two.
      maxConcurrency: Math.max(2, mailsPerSecond),
      reportBatchItemFailures: true,
    });
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
