/** Why a lead is told of again. */
import { compare } from "#shared/progress/compare.ts";
import { listed, longDate } from "#shared/report/wording.ts";
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

/** Technical numbers only: how the work is carried is nobody's news. */
function againNews({ earlier, edition, answers, profile, scorecard }: LeadRecord): string | null {
  if (earlier === undefined) return null;
  const { measurement } = earlier;
  const after = { ...profile, edition: edition.id, answers, scorecard };
  const { readiness, flags, steps } = compare(measurement, after, {
    before: earlier.edition,
    after: edition,
  });
  const done = steps.filter(({ people, stillCalledFor }) => !people && stillCalledFor === false);
  const number = (value: number | null) => value ?? "no number";
  return [
    `Measured again, before on ${longDate(measurement.date)}`,
    readiness.comparable
      ? `readiness ${number(readiness.before)} before, ${number(readiness.after)} now`
      : "readiness not comparable, the questions changed",
    ...(flags.cleared.length > 0 ? [`red flags gone: ${listed(flags.cleared)}`] : []),
    ...(flags.raised.length > 0 ? [`new red flags: ${listed(flags.raised)}`] : []),
    `${done.length} ${done.length === 1 ? "step" : "steps"} of the plan no longer called for`,
  ].join("; ");
}

/** Returns what happened, with the letter it changed; for a new lead what they measured before, or null. */
export function changeNews(record: LeadRecord, occasion: Occasion, regions: ServedRegions): string | null {
  if (occasion === "new") {
    const again = againNews(record);
    return again === null ? null : `${again}.`;
  }
  const { news } = words[occasion];
  if (occasion === "untouched") return `${news}.`;
  const letterAfter = (actions: LeadRecord["actions"]) => gradeOf({ ...record, actions }, regions).grade;
  const now = letterAfter(record.actions);
  const was = letterAfter(record.actions.filter((action) => action !== occasion));
  return now === was ? `${news}: still ${now}.` : `${news}: ${now}, was ${was}.`;
}
