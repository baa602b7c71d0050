import type { SourceRow } from "#functions/console/funnel/funnel-report.ts";
import type { GradeGroup } from "#functions/store/lead-tally.ts";

export const countText = (value: number) => value.toLocaleString("en-US");

/** "42%"; a dash where it cannot be said. */
export function percentText(share: number | null): string {
  return share === null ? "–" : `${Math.round(share * 100)}%`;
}

/** A rate of fewer says nothing. */
const fewestForRate = 30;

/** Returns how many of a hundred, or a dash where there are too few to say. */
export function rateText(part: number, whole: number): string {
  return whole < fewestForRate ? "–" : ((part / whole) * 100).toFixed(1);
}

/** Returns which page earns, as a sentence; null before anything was booked or won. */
export function earningText([best]: readonly SourceRow[], days: number): string | null {
  if (best === undefined || best.won + best.booked === 0) return null;
  const views =
    best.views < fewestForRate ? "" : `, ${rateText(best.booked, best.views)} meetings for 100 views`;
  return `In these ${days} days ${best.name} earned most: ${best.won} won and ${best.booked} booked of ${best.submitted} submitted${views}.`;
}

/** Returns a grade as printed. */
export function gradeText(grade: GradeGroup): string {
  return grade === "none" ? "No mail" : grade;
}

/** Returns a page or campaign as printed. */
export function sourceName(name: string, none: string): string {
  return name === "" ? none : name;
}
