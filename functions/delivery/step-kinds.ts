/** Every step the worker knows, and the rules it runs under. */
import type { MailKind } from "#functions/store/addresses.ts";
import type { StepName } from "#functions/store/assessment-item.ts";

export interface StepKind {
  to: "prospect" | "sales";
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
  guarantee: "at least once",
  slots: ["requested"],
  needsConsent: false,
};

/** Says something about a lead to those who sell. A suppression of theirs would hide leads, so none is kept. */
const sales: StepKind = { to: "sales", guarantee: "at least once", slots: [], needsConsent: false };

/** Marketing: twice is worse than not at all. */
const followUp: StepKind = {
  to: "prospect",
  guarantee: "at most once",
  slots: ["followUp"],
  needsConsent: true,
};

export const stepKinds: Readonly<Record<StepName, StepKind>> = {
  confirmation: requested,
  report: requested,
  "sales-notice": sales,
  "undelivered-notice": sales,
  "follow-up-3": followUp,
  "follow-up-8": followUp,
  "follow-up-15": followUp,
  "follow-up-90": followUp,
};
