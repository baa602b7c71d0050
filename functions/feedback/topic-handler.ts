import { z } from "zod";
import { readSesEvent } from "#functions/feedback/ses-event.ts";
import { type FeedbackDependencies, settleFeedback } from "#functions/feedback/settle-feedback.ts";

const notificationSchema = z.object({
  Records: z.array(z.object({ Sns: z.object({ Message: z.string() }) })),
});

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
export function createTopicHandler(dependencies: FeedbackDependencies) {
  return async (notification: unknown): Promise<void> => {
    const { success, data } = notificationSchema.safeParse(notification);
    const messages = success ? data.Records.map(({ Sns }) => Sns.Message) : [];
    if (!success) dependencies.log.error("notification not understood");
    for (const message of messages) {
      const feedback = readSesEvent(parsed(message));
      if (feedback === null) dependencies.log.info("mail event passed over");
      else await settleFeedback(dependencies, feedback);
    }
  };
}
