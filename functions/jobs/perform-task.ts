import { erasureTag } from "#functions/delivery/step-id.ts";
import { composeDigest, type DigestDependencies } from "#functions/jobs/daily-digest.ts";
import { deleteLead, eraseLead } from "#functions/leads/erase-lead.ts";
import { erasureMail } from "#functions/mail/erasure-mail.tsx";
import type { SendMail } from "#functions/mail/ses-sender.ts";
import { keyedHash } from "#functions/secrets.ts";
import { addressKey, readAddress } from "#functions/store/addresses.ts";
import type { Task } from "#functions/store/job-item.ts";
import { endPulse } from "#functions/store/pulses.ts";
import { erasedMessage } from "#functions/webhooks/lead-messages.ts";
import { PostError } from "#functions/webhooks/post-error.ts";
import type { SendWebhook } from "#functions/webhooks/send-webhook.ts";
import { longDate } from "#shared/report/wording.ts";

type TaskOf<Kind extends Task["kind"]> = Extract<Task, { kind: Kind }>;

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
  const { config, secrets, send, sendWebhook, messageIdDomain, now } = dependencies;

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

  async function mailErased({ email, leadIds, at }: TaskOf<"erasure-mail">): Promise<void> {
    // Where the erasure was cut off after its mail was owed.
    for (const id of leadIds) await eraseLead(dependencies, id);
    // Suppressed since the erasure was asked for: a complaint about an earlier mail may take a day.
    const { suppressed } = await readAddress(dependencies.table, addressKey(secrets.address, email));
    if (suppressed !== undefined) return;
    const day = longDate(at.slice(0, 10));
    // The same at every try, and nothing that names a lead.
    const mailId = `${erasureTag}${keyedHash(secrets.address, leadIds.join()).slice(0, 22)}`;
    const message = await erasureMail({ config, to: email, mailId, date: day, count: leadIds.length });
    await send(message, { messageId: `<${mailId}@${messageIdDomain}>`, date: now() });
  }

  async function endPulseOf({ pulseId, wave }: TaskOf<"pulse-end">): Promise<void> {
    const day = now().toISOString().slice(0, 10);
    await endPulse(dependencies.table, pulseId, { wave, day, final: true });
  }

  return (task) => {
    if (task.kind === "pulse-end") return endPulseOf(task);
    if (task.kind === "digest") return mailDigest(new Date(task.until));
    return task.kind === "lead-erased" ? tellErased(task.leadId, task.at) : mailErased(task);
  };
}
