/** Why a lead is told of again. */
import { gradeOf, type LeadRecord, type ServedRegions } from "#shared/sales/lead-record.ts";
import type { Occasion } from "#shared/sales/occasions.ts";

const words = {
  confirmed: { heading: "confirmed", news: "Confirmed the address" },
  "what-if": { heading: "tried the what-if", news: "Tried steps in the what-if (never say that you saw it)" },
  booking: { heading: "booked a meeting", news: "Asked for a meeting" },
  untouched: { heading: "nobody has called", news: "Grade A, and nobody has taken it up" },
} as const satisfies Record<Exclude<Occasion, "new">, { heading: string; news: string }>;

/** Returns the last words of a heading, or null for a new lead, whose age stands there. */
export function newsHeading(occasion: Occasion): string | null {
  return occasion === "new" ? null : words[occasion].heading;
}

/** Returns what happened, with the letter it changed; null for a new lead. */
export function changeNews(record: LeadRecord, occasion: Occasion, regions: ServedRegions): string | null {
  if (occasion === "new") return null;
  const { news } = words[occasion];
  if (occasion === "untouched") return `${news}.`;
  const letterAfter = (actions: LeadRecord["actions"]) => gradeOf({ ...record, actions }, regions).grade;
  const now = letterAfter(record.actions);
  const was = letterAfter(record.actions.filter((action) => action !== occasion));
  return now === was ? `${news}: still ${now}.` : `${news}: ${now}, was ${was}.`;
}
