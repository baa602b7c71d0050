import { z } from "zod";
import { readSesEvent } from "#functions/feedback/ses-event.ts";
import { type FeedbackDependencies, settleFeedback } from "#functions/feedback/settle-feedback.ts";

export interface TopicDependencies extends FeedbackDependencies {
  /** The one topic that tells about our mails; its account is the one that sends them. */
  topicArn: string;
}

const recordSchema = z.object({
  EventSource: z.literal("aws:sns"),
  EventSubscriptionArn: z.string(),
  Sns: z.object({ Type: z.literal("Notification"), TopicArn: z.string(), Message: z.string() }),
});
const notificationSchema = z.object({ Records: z.array(recordSchema) });

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/**
 * Returns the handler of the topic SES publishes to. What is not an event of ours is passed over: no retry would
 * make it one. A lost table is thrown, so that the notification comes again.
 */
export function createTopicHandler({ topicArn, ...dependencies }: TopicDependencies) {
  const { log } = dependencies;
  const account = topicArn.split(":")[4];

  async function handle({ EventSubscriptionArn, Sns }: z.infer<typeof recordSchema>): Promise<void> {
    if (Sns.TopicArn !== topicArn || !EventSubscriptionArn.startsWith(`${topicArn}:`))
      return log.error("notification of another topic");
    const feedback = readSesEvent(parsed(Sns.Message));
    if (feedback === null) return log.info("mail event passed over");
    if (feedback.account !== account) return log.error("mail event of another account");
    await settleFeedback(dependencies, feedback);
  }

  return async (notification: unknown): Promise<void> => {
    const { success, data } = notificationSchema.safeParse(notification);
    if (!success) log.error("notification not understood");
    for (const record of data?.Records ?? []) await handle(record);
  };
}
