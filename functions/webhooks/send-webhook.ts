import { postJson } from "#functions/webhooks/post-json.ts";
import { type SignedMessage, signedHeaders } from "#functions/webhooks/signature.ts";

export interface WebhookTarget {
  url: string;
  secrets: readonly string[];
  /** For tests and a trial on one machine. */
  allowLocal: boolean;
  now: () => Date;
}

/** Sends one message; rejects with a PostError. */
export type SendWebhook = (message: SignedMessage) => Promise<void>;

/** Returns the sender to another system. */
export function createWebhookSender({ url, secrets, allowLocal, now }: WebhookTarget): SendWebhook {
  return (message) =>
    postJson(url, message.body, { headers: signedHeaders(secrets, message, now()), allowLocal });
}
