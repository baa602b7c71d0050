/** Lambda entry: what SES says became of each mail, through SNS. */
import funnelConfig from "#config";
import { feedbackEnvironmentSchema, parseEnvironment } from "#functions/environment.ts";
import { createTopicHandler } from "#functions/feedback/topic-handler.ts";
import { createLambdaLog } from "#functions/lambda-log.ts";
import { deriveHashKeys } from "#functions/secrets.ts";
import { openTable } from "#functions/store/table.ts";
import { parseFunnelConfig } from "#shared/funnel-config.ts";

const environment = parseEnvironment(feedbackEnvironmentSchema, process.env);

export const handler = createTopicHandler({
  table: openTable(environment.TABLE_NAME, { region: environment.AWS_REGION }),
  config: parseFunnelConfig(funnelConfig),
  topicArn: environment.FEEDBACK_TOPIC_ARN,
  addressSecret: deriveHashKeys(environment.HASH_KEY).address,
  now: () => new Date(),
  log: createLambdaLog(),
});
