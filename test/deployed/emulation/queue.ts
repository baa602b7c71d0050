/** A queue with what Lambda does with it: hand out batches, delete what was done, give up after so many tries. */
import { randomUUID } from "node:crypto";
import type { Background } from "./background.ts";
import type { LambdaFunction } from "./lambda-function.ts";

interface Message {
  messageId: string;
  body: string;
  receiveCount: number;
}

export interface Consumer {
  worker: LambdaFunction;
  batchSize: number;
  reportsFailures: boolean;
}

export class Queue {
  /** What was received too often. */
  readonly deadLetters: string[] = [];
  private visible: Message[] = [];
  /** Received and not done: out of sight until their time is over. */
  private hidden: Message[] = [];
  private consumer: Consumer | undefined;
  private last: Promise<void> = Promise.resolve();

  constructor(
    private readonly arn: string,
    private readonly maxReceiveCount: number,
    private readonly background: Background,
  ) {}

  consumeWith(consumer: Consumer): void {
    this.consumer = consumer;
  }

  send(body: string): void {
    this.visible.push({ messageId: randomUUID(), body, receiveCount: 0 });
    this.handOutSoon();
  }

  /** Lets the visibility timeout pass for every message out of sight. */
  reappear(): void {
    this.visible.push(...this.hidden.splice(0));
    this.handOutSoon();
  }

  private handOutSoon(): void {
    this.last = this.last.then(() => this.handOut());
    this.background.start(this.last);
  }

  private receive(count: number): Message[] {
    const received = this.visible.splice(0, count);
    for (const message of received) message.receiveCount += 1;
    const tooOften = received.filter(({ receiveCount }) => receiveCount > this.maxReceiveCount);
    this.deadLetters.push(...tooOften.map(({ body }) => body));
    return received.filter((message) => !tooOften.includes(message));
  }

  private async handOut(): Promise<void> {
    const { consumer } = this;
    while (consumer !== undefined && this.visible.length > 0) {
      const batch = this.receive(consumer.batchSize);
      if (batch.length > 0) this.hidden.push(...(await this.failedOf(batch, consumer)));
    }
  }

  private async failedOf(batch: Message[], { worker, reportsFailures }: Consumer): Promise<Message[]> {
    try {
      const answer = await worker.invoke({ Records: batch.map((message) => this.recordOf(message)) });
      const failed = reportsFailures ? failuresIn(answer) : [];
      return batch.filter(({ messageId }) => failed.includes(messageId));
    } catch {
      return batch;
    }
  }

  private recordOf({ messageId, body, receiveCount }: Message): object {
    return {
      messageId,
      receiptHandle: messageId,
      body,
      attributes: {
        ApproximateReceiveCount: String(receiveCount),
        SentTimestamp: String(Date.now()),
        SenderId: "AIDAIENQZJOLO23YVJ4VO",
        ApproximateFirstReceiveTimestamp: String(Date.now()),
      },
      messageAttributes: {},
      eventSource: "aws:sqs",
      eventSourceARN: this.arn,
      awsRegion: "us-east-1",
    };
  }
}

/** Returns the ids that a handler says it could not finish. */
export function failuresIn(answer: unknown): string[] {
  const { batchItemFailures = [] } = (answer ?? {}) as { batchItemFailures?: { itemIdentifier: string }[] };
  return batchItemFailures.map(({ itemIdentifier }) => itemIdentifier);
}
