import { SendMessageBatchCommand, SQSClient, type SQSClientConfig } from "@aws-sdk/client-sqs";
import type { SendMessages } from "#functions/relay/stream-handler.ts";

/** Returns what puts messages into this queue. */
export function createQueueSender(queueUrl: string, config: SQSClientConfig): SendMessages {
  // The client finds the queue in its own region by itself; the host in the address would overrule an endpoint.
  const client = new SQSClient({ useQueueUrlAsEndpoint: false, ...config });
  return async (bodies) => {
    const entries = bodies.map((MessageBody, position) => ({ Id: String(position), MessageBody }));
    const { Failed = [] } = await client.send(
      new SendMessageBatchCommand({ QueueUrl: queueUrl, Entries: entries }),
    );
    return Failed.map(({ Id }) => Number(Id));
  };
}
