/** Lambda entry: what SES says became of each mail, through SNS. */
import { feedbackEnvironmentSchema, parseEnvironment } from "#functions/environment.ts";
import { createTopicHandler } from "#functions/feedback/topic-handler.ts";
import { createLambdaLog } from "#functions/lambda-log.ts";
import { deriveHashKeys } from "#functions/secrets.ts";
import { openTable } from "#functions/store/table.ts";

const environment = parseEnvironment(feedbackEnvironmentSchema, process.env);

export const handler = createTopicHandler({
  table: openTable(environment.TABLE_NAME, { region: environment.AWS_REGION }),
  topicArn: environment.FEEDBACK_TOPIC_ARN,
  addressSecret: deriveHashKeys(environment.HASH_KEY).address,
  now: () => new Date(),
  log: createLambdaLog(),
});
