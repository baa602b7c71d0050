/**
 * Our own DKIM signature of a follow-up. SES signs too, but does not document which headers; a one-click unsubscribe
 * counts only where List-Unsubscribe and List-Unsubscribe-Post are signed (RFC 8058, section 4).
 */
import { buffer } from "node:stream/consumers";
import DKIM from "nodemailer/lib/dkim";

export interface DkimKey {
  /** Names the public key: <selector>._domainkey.<domain of the sender>. */
  selector: string;
  /** In PEM. */
  privateKey: string;
}

/** SES writes Message-ID and Date anew, so that they must stay unsigned (SES guide, "Manual DKIM signing"). */
const signedHeaders = [
  "from",
  "reply-to",
  "to",
  "subject",
  "mime-version",
  "content-type",
  "list-id",
  "list-unsubscribe",
  "list-unsubscribe-post",
];

/** Returns the mail with a DKIM signature of the sender's domain at its head. */
export async function signed(mime: Uint8Array, from: string, key: DkimKey): Promise<Uint8Array> {
  const signer = new DKIM({
    domainName: from.slice(from.lastIndexOf("@") + 1),
    keySelector: key.selector,
    privateKey: key.privateKey,
    headerFieldNames: signedHeaders.join(":"),
  });
  return buffer(signer.sign(Buffer.from(mime)));
}
