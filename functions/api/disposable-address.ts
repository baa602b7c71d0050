import { disposableEmailBlocklistSet } from "disposable-email-domains-js";
import { mailboxOf } from "#functions/store/mailbox.ts";

const domains = disposableEmailBlocklistSet();

/** Returns whether mail to this address ends in a mailbox that anybody may read, or that is gone in an hour. */
export function isDisposable(email: string): boolean {
  const mailbox = mailboxOf(email);
  const labels = mailbox.slice(mailbox.lastIndexOf("@") + 1).split(".");
  // Such providers take mail for every name below theirs.
  return labels.some((_, at) => domains.has(labels.slice(at).join(".")));
}
