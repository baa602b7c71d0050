/** When a mail may reach its reader: local business hours, never on their weekend, spread over the day. */
import type { Region } from "#shared/edition.ts";
import { anybodysWeekend, daysOffIn, usualWeekend, type Weekday } from "./days-off.ts";

/** Where a reader's clock stands, as far as known. */
export interface ReaderClock {
  /** Business hours must hold in each; the first one tells the date. */
  zones: readonly string[];
  daysOff: readonly Weekday[];
}

/** From nine to five, local time. */
export const businessHours = { from: 9, until: 17 } as const;

const quarterHour = 15 * 60_000;
const day = 86_400_000;
/** Longer than any run of days without business hours. */
const searchedDays = 10;

/** Zones at both ends of a region: hours that suit both suit everybody between them. */
const byRegion: Readonly<Record<Region, ReaderClock>> = {
  us: { zones: ["America/New_York", "Pacific/Honolulu"], daysOff: usualWeekend },
  eu: { zones: ["Europe/Helsinki", "Europe/Lisbon"], daysOff: usualWeekend },
  uk: { zones: ["Europe/London"], daysOff: usualWeekend },
  // Somewhere: on days that are nobody's weekend, at least.
  other: { zones: ["UTC"], daysOff: anybodysWeekend },
};

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known !== undefined) return known;
  const numeric = "numeric" as const;
  const made = new Intl.DateTimeFormat("en-US", {
    timeZone: zone,
    calendar: "gregory",
    hourCycle: "h23",
    year: numeric,
    month: "2-digit",
    day: "2-digit",
    hour: numeric,
    minute: numeric,
  });
  formats.set(zone, made);
  return made;
}

/** Returns whether this machine knows the time zone. */
export function isTimeZone(zone: string): boolean {
  try {
    return formatOf(zone) !== undefined;
  } catch {
    return false;
  }
}

/** Returns where the reader's clock stands: by their browser's time zone, or else by their region. */
export function readerClock(timeZone: string | undefined, region: Region): ReaderClock {
  return timeZone !== undefined && isTimeZone(timeZone)
    ? { zones: [timeZone], daysOff: daysOffIn(timeZone) }
    : byRegion[region];
}

interface LocalTime {
  /** "2026-11-25". */
  date: string;
  weekday: number;
  /** Since midnight. */
  minutes: number;
}

function localTime(zone: string, at: Date): LocalTime {
  const parts = Object.fromEntries(
    formatOf(zone)
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  );
  const date = `${parts.year}-${parts.month}-${parts.day}`;
  return {
    date,
    weekday: new Date(`${date}T00:00:00Z`).getUTCDay() || 7,
    minutes: Number(parts.hour) * 60 + Number(parts.minute),
  };
}

/** Returns the reader's date, as YYYY-MM-DD. */
export function localDate({ zones: [zone = "UTC"] }: ReaderClock, at: Date): string {
  return localTime(zone, at).date;
}

/** Returns whether it is a working day and within business hours for the reader. */
export function isBusinessTime({ zones, daysOff }: ReaderClock, at: Date): boolean {
  return zones.every((zone) => {
    const { weekday, minutes } = localTime(zone, at);
    const hours = minutes >= businessHours.from * 60 && minutes < businessHours.until * 60;
    return hours && !daysOff.some((off) => off === weekday);
  });
}

/** Returns a share of 0 to 1 that is the same for the same text, and evenly spread over many. */
function shareOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const character of text) {
    hash ^= character.codePointAt(0) ?? 0;
    hash = Math.imul(hash, 0x01000193);
  }
  // The last mixing step of MurmurHash3: names that differ in one letter must not follow each other.
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}

/**
 * Returns a time in the next business hours from `from` on, anywhere in what is left of them.
 * @param seed names the mail: the same one gets the same place in the day
 */
export function nextSendTime(clock: ReaderClock, from: Date, seed: string): Date {
  const start = Math.ceil(from.getTime() / quarterHour) * quarterHour;
  const isOpen = (at: number) => isBusinessTime(clock, new Date(at));
  let opens = start;
  while (!isOpen(opens)) {
    opens += quarterHour;
    if (opens > start + searchedDays * day) throw new RangeError("There are no business hours in ten days.");
  }
  let closes = opens + quarterHour;
  while (isOpen(closes)) closes += quarterHour;
  return new Date(opens + Math.floor(shareOf(seed) * ((closes - opens) / 1_000)) * 1_000);
}

/** Returns when the mail of so many days later is due. */
export function dueAfter(clock: ReaderClock, since: Date, days: number, seed: string): Date {
  const later = new Date(since.getTime() + days * day);
  const [zone = "UTC"] = clock.zones;
  // From the start of that day, so that all of its business hours are used.
  return nextSendTime(clock, new Date(later.getTime() - localTime(zone, later).minutes * 60_000), seed);
}

/** Returns a time in the business hours of a later day of the reader's. */
export function nextDayTime(clock: ReaderClock, from: Date, seed: string): Date {
  const today = localDate(clock, from);
  let at = nextSendTime(clock, from, seed);
  for (let hours = 1; localDate(clock, at) === today; hours += 1)
    at = nextSendTime(clock, new Date(from.getTime() + hours * 3_600_000), seed);
  return at;
}
