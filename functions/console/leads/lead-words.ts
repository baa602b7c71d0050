/** How the console says what the store keeps as codes. */

import type { SuppressionReason } from "#functions/store/addresses.ts";
import type { Suspicion } from "#functions/store/assessment-item.ts";
import type { ChangeKind, LeadChange, LeadStatus, LossReason } from "#functions/store/lead-fields.ts";
import type { Industry } from "#shared/edition.ts";

export const statusTexts: Record<LeadStatus, string> = {
  new: "New",
  contacted: "Contacted",
  qualified: "Qualified",
  booked: "Booked",
  won: "Won",
  lost: "Lost",
};

export const lossTexts: Record<LossReason, string> = {
  "no need": "No need",
  "no budget": "No budget",
  "no answer": "No answer",
  "chose another provider": "Chose another provider",
  "outside our services": "Outside our services",
  "not genuine": "Not genuine",
};

export const industryTexts: Record<Industry, string> = {
  aviation: "Aviation",
  laboratory: "Laboratory",
  export: "Export",
  other: "Other",
};

/** Completes "No mail: …". */
export const suppressionTexts: Record<SuppressionReason, string> = {
  "not-me": "somebody who reads this mailbox said it was not them",
  bounce: "mail to this address bounced",
  complaint: "a mail to this address was reported as unwanted",
  asked: "its owner asked us to stop",
};

/** Why a lead is held. */
export const suspicionTexts: Record<Suspicion, string> = {
  trap: "a field was filled in that people do not see",
  "too-fast": "it was sent faster than anybody can read",
  "many-for-address": "many came for one address in a day",
};

const stepTexts: Readonly<Record<string, string>> = {
  confirmation: "Mail that asks to confirm",
  report: "Report by mail",
  "sales-notice": "Notice to sales",
};

/** Returns what a step is; one without words of its own is named by its code. */
export function stepText(name: string): string {
  return stepTexts[name] ?? name.charAt(0).toUpperCase() + name.slice(1).replaceAll("-", " ");
}

const stateTexts: Readonly<Record<string, string>> = {
  owed: "To be done",
  sending: "Being sent",
  deferred: "Waiting for the next day",
  done: "Done",
  failed: "Failed",
  skipped: "Not wanted",
  held: "Held",
};

/** Returns how a step stands. */
export function stateText(state: string): string {
  return stateTexts[state] ?? state;
}

const errorTexts: Readonly<Record<string, string>> = {
  suppressed: "the address gets no mail",
  "already-confirmed": "the address was confirmed before",
  "daily-limit": "the address has had its mails for the day",
  "ses-throttled": "the mail service asked for fewer mails",
  "ses-rejected": "the mail service refused the mail",
  "not-composed": "the mail could not be made",
  stopped: "stopped by sales",
  suspected: "held as suspected",
};

/** Returns why a step is as it is, or the code where there are no words for it. */
export function errorText(code: string): string {
  return errorTexts[code] ?? code;
}

const changeTexts: Record<ChangeKind, string> = {
  status: "set the status",
  owner: "set the owner",
  note: "added a note",
  resent: "had the report mailed again",
  "follow-ups stopped": "stopped the follow-ups",
  suppressed: "stopped all mail to the address",
  "suppression lifted": "let mail go to the address again",
  released: "released the lead",
  copied: "took a copy of everything held",
  acted: "acted",
};

const actionTexts: Readonly<Record<string, string>> = {
  booking: "asked for a meeting",
  "what-if": "used the what-if",
  export: "exported the findings",
};

/** Returns a change as the rest of a sentence that begins with a name. */
export function changeText({ what, from, to }: LeadChange): string {
  if (what === "acted" && to !== null) return actionTexts[to] ?? to;
  const word = (code: string | null) => code ?? "nobody";
  if (what === "status" || what === "owner") return `${changeTexts[what]}: ${word(from)} → ${word(to)}`;
  return changeTexts[what];
}
