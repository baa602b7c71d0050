import { composeDigest, type DigestDependencies } from "#functions/jobs/daily-digest.ts";
import { deleteLead } from "#functions/leads/erase-lead.ts";
import type { SendMail } from "#functions/mail/ses-sender.ts";
import type { Task } from "#functions/store/job-item.ts";
import { erasedMessage } from "#functions/webhooks/lead-messages.ts";
import { PostError } from "#functions/webhooks/post-error.ts";
import type { SendWebhook } from "#functions/webhooks/send-webhook.ts";

export interface TaskDependencies extends DigestDependencies {
  secrets: { address: string };
  send: SendMail;
  /** null where no other system is set up. */
  sendWebhook: SendWebhook | null;
  /** Domain of Message-ID headers. */
  messageIdDomain: string;
  now: () => Date;
}

/** Returns what does a task; it rejects when the task is still owed. */
export function createTaskPerformer(dependencies: TaskDependencies): (task: Task) => Promise<void> {
  const { send, sendWebhook, messageIdDomain, now } = dependencies;

  async function tellErased(leadId: string, at: string): Promise<void> {
    // Where the erasure was cut off after it was owed.
    await deleteLead(dependencies, leadId);
    if (sendWebhook === null) throw new PostError("not-set-up");
    await sendWebhook(erasedMessage(leadId, at));
  }

  async function mailDigest(until: Date): Promise<void> {
    const message = await composeDigest(dependencies, until);
    if (message === null) return;
    // The same at every try: a mailbox shows it once.
    const id = `digest-${until.getTime()}`;
    await send(message, { messageId: `<${id}@${messageIdDomain}>`, date: now() });
  }

  return (task) =>
    task.kind === "digest" ? mailDigest(new Date(task.until)) : tellErased(task.leadId, task.at);
}
