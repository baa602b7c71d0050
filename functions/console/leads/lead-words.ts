/** How the console says what the store keeps as codes. */
import type { LeadStatus, LossReason } from "#functions/store/lead-fields.ts";
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
