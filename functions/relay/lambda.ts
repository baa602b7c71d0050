/** Lambda entry of the relay: from the table's stream to the queue of owed steps. */
import { parseEnvironment, relayEnvironmentSchema } from "#functions/environment.ts";
import { createLambdaLog } from "#functions/lambda-log.ts";
import { createQueueSender } from "#functions/relay/queue-sender.ts";
import { createStreamHandler } from "#functions/relay/stream-handler.ts";

const environment = parseEnvironment(relayEnvironmentSchema, process.env);

export const handler = createStreamHandler(
  createQueueSender(environment.OWED_QUEUE_URL, { region: environment.AWS_REGION }),
  createLambdaLog(),
);
