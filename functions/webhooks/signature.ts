/** Signatures by Standard Webhooks: HMAC-SHA256 over message id, time of the attempt, and body. */
import { Webhook } from "standardwebhooks";

export interface SignedMessage {
  /** The same at every attempt: receivers take an id once. */
  id: string;
  body: string;
}

/** Returns the headers of one attempt to send a message. */
export function signedHeaders(
  secrets: readonly string[],
  { id, body }: SignedMessage,
  at: Date,
): Record<string, string> {
  return {
    "webhook-id": id,
    "webhook-timestamp": String(Math.floor(at.getTime() / 1000)),
    "webhook-signature": secrets.map((secret) => new Webhook(secret).sign(id, at, body)).join(" "),
  };
}
