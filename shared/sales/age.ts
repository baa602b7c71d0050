const units = [
  { minutes: 24 * 60, name: "day" },
  { minutes: 60, name: "hour" },
  { minutes: 1, name: "minute" },
] as const;

/** Returns how long ago, in the largest whole unit: "just now", "4 minutes", "1 hour", "3 days". */
export function age(since: Date, now: Date): string {
  const minutes = Math.floor((now.getTime() - since.getTime()) / 60_000);
  const unit = units.find((candidate) => minutes >= candidate.minutes);
  if (unit === undefined) return "just now";
  const count = Math.floor(minutes / unit.minutes);
  return `${count} ${unit.name}${count === 1 ? "" : "s"}`;
}
