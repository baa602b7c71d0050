/** How the console says what the store keeps as codes. */
import { stepText } from "#functions/console/leads/step-words.ts";
import type { Suspicion } from "#functions/store/assessment-item.ts";
import type { RecordedAction } from "#functions/store/lead-actions.ts";
import type { ChangeKind, LeadChange } from "#functions/store/sales-record.ts";
import type { SuppressionReason } from "#functions/store/suppressions.ts";
import type { Industry } from "#shared/edition.ts";
import type { LeadStatus, LossReason } from "#shared/sales/lead-status.ts";

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

/** Why an address gets no mail. */
export const suppressionTexts: Record<SuppressionReason, string> = {
  "not-me": "somebody who reads this mailbox said it was not them",
  bounce: "mail to this address bounced",
  "soft-bounces": "several mails in a row could not be delivered",
  complaint: "a mail to this address was reported as unwanted",
  asked: "they asked us to stop",
};

/** Why a lead is held. */
export const suspicionTexts: Record<Suspicion, string> = {
  trap: "a field was filled in that people do not see",
  "too-fast": "it was sent faster than anybody can read",
  "many-for-address": "many came for one address in a day",
};

const changeTexts: Record<ChangeKind, string> = {
  status: "set the status",
  owner: "set the owner",
  note: "added a note",
  resent: "had the report mailed again",
  repeated: "sent again",
  "follow-ups stopped": "stopped the follow-ups",
  suppressed: "stopped all mail to the address",
  "suppression lifted": "let mail go to the address again",
  released: "released the lead",
  copied: "took a copy of everything held",
};

/** What the prospect did themselves, after "they". */
export const actionTexts: Record<RecordedAction, string> = {
  confirmed: "confirmed the address",
  booking: "asked for a meeting",
  "what-if": "used the what-if",
  export: "exported the findings",
};

/** Returns a change as the rest of a sentence that begins with a name. */
export function changeText({ what, from, to }: LeadChange): string {
  const word = (code: string | null) => code ?? "nobody";
  if (what === "status" || what === "owner") return `${changeTexts[what]}: ${word(from)} → ${word(to)}`;
  if (what === "repeated" && to !== null) return `${changeTexts[what]}: ${stepText(to)}`;
  return changeTexts[what];
}
