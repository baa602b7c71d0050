import { DeleteMessageCommand, ReceiveMessageCommand, type SQSClient } from "@aws-sdk/client-sqs";

export interface Redriven {
  done: number;
  /** Still in the queue; visible again after a while. */
  failed: number;
}

/**
 * Hands each message of a queue to `redo`, and deletes those that it could do.
 * @param redo resolves with whether it is done; what it throws is a failure of this message alone
 */
export async function redriveEvents(
  sqs: SQSClient,
  QueueUrl: string,
  redo: (body: string) => Promise<boolean>,
): Promise<Redriven> {
  const result: Redriven = { done: 0, failed: 0 };
  for (;;) {
    // Out of sight for longer than the run takes, so that what failed again does not come a second time.
    const receive = new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10, VisibilityTimeout: 900 });
    const { Messages = [] } = await sqs.send(receive);
    if (Messages.length === 0) return result;
    for (const { Body = "", ReceiptHandle } of Messages) {
      const done = await redo(Body).catch(() => false);
      if (done) await sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle }));
      result[done ? "done" : "failed"] += 1;
    }
  }
}
