/** Every step the worker knows, and the rules it runs under. */
import type { MailKind } from "#functions/store/addresses.ts";
import type { StepName } from "#functions/store/assessment-item.ts";

export interface StepKind {
  to: "prospect" | "sales" | "system";
  /** By mail through SES, or posted to an address of the operator's. */
  by: "mail" | "post";
  /**
   * What happens when nobody knows whether the mail went. at least once: after a wait it goes again.
   * at most once: it never goes again, whatever crashed.
   */
  guarantee: "at least once" | "at most once";
  /** Daily numbers of the address that it counts against. */
  slots: readonly MailKind[];
  /** Goes only with consent, to a confirmed address, for its newest assessment, until sales stops it. */
  needsConsent: boolean;
}

/** An answer to a request: the reader waits for it. */
const requested: StepKind = {
  to: "prospect",
  by: "mail",
  guarantee: "at least once",
  slots: ["requested"],
  needsConsent: false,
};

/** Says something about a lead to those who sell. A suppression of theirs would hide leads, so none is kept. */
const sales: StepKind = {
  to: "sales",
  by: "mail",
  guarantee: "at least once",
  slots: [],
  needsConsent: false,
};

/** The same in a chat channel. */
const chat: StepKind = { ...sales, by: "post" };

/** Tells another system of a lead, for as long as that may be away. */
const webhook: StepKind = { ...chat, to: "system" };

/** Marketing: twice is worse than not at all. */
const followUp: StepKind = {
  to: "prospect",
  by: "mail",
  guarantee: "at most once",
  slots: ["followUp"],
  needsConsent: true,
};

export const stepKinds: Readonly<Record<StepName, StepKind>> = {
  confirmation: requested,
  report: requested,
  "sales-notice": sales,
  "slack-notice": chat,
  "teams-notice": chat,
  "sales-notice-confirmed": sales,
  "slack-notice-confirmed": chat,
  "teams-notice-confirmed": chat,
  "sales-notice-what-if": sales,
  "slack-notice-what-if": chat,
  "teams-notice-what-if": chat,
  "sales-notice-booking": sales,
  "slack-notice-booking": chat,
  "teams-notice-booking": chat,
  "sales-notice-untouched": sales,
  "slack-notice-untouched": chat,
  "teams-notice-untouched": chat,
  "webhook-created": webhook,
  "webhook-confirmed": webhook,
  "webhook-changed": webhook,
  "undelivered-notice": sales,
  "follow-up-3": followUp,
  "follow-up-8": followUp,
  "follow-up-15": followUp,
  "follow-up-90": followUp,
};
