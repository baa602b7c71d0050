import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { regions } from "#shared/edition.ts";
import { anybodysWeekend, daysOffIn } from "#shared/follow-ups/days-off.ts";
import {
  dueAfter,
  isBusinessTime,
  localDate,
  nextDayTime,
  nextSendTime,
  readerClock,
} from "#shared/follow-ups/send-window.ts";

const zones = Intl.supportedValuesOf("timeZone");
const clocks = fc.oneof(
  fc.constantFrom(...zones).map((zone) => readerClock(zone, "us")),
  fc.constantFrom(...regions).map((region) => readerClock(undefined, region)),
);
const times = fc.date({ min: new Date("2026-01-01"), max: new Date("2040-01-01"), noInvalidDate: true });

function local(at: Date, timeZone: string) {
  const parts = new Intl.DateTimeFormat("en-GB", {
    timeZone,
    weekday: "short",
    hour: "2-digit",
    hourCycle: "h23",
  });
  const [, weekday = "", hour = ""] = /^(\w+) (\d+)$/.exec(parts.format(at).replace(",", "")) ?? [];
  return {
    weekday: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"].indexOf(weekday) + 1,
    hour: Number(hour),
  };
}

describe("the time of a mail", () => {
  test("lies between nine and five on a working day, everywhere and whenever", () => {
    fc.assert(
      fc.property(clocks, times, fc.string(), (clock, from, seed) => {
        const at = nextSendTime(clock, from, seed);
        expect(at.getTime()).toBeGreaterThanOrEqual(from.getTime());
        for (const zone of clock.zones) {
          const { weekday, hour } = local(at, zone);
          expect(clock.daysOff).not.toContain(weekday);
          expect(hour).toBeGreaterThanOrEqual(9);
          expect(hour).toBeLessThan(17);
        }
      }),
      { numRuns: 200 },
    );
  });

  test("is on another of the reader's days where the next day is asked for", () => {
    fc.assert(
      fc.property(clocks, times, fc.string(), (clock, from, seed) => {
        const at = nextDayTime(clock, from, seed);
        expect(localDate(clock, at) > localDate(clock, from)).toBe(true);
        expect(isBusinessTime(clock, at)).toBe(true);
      }),
      { numRuns: 100 },
    );
  });

  test("is never before its day, and at most a long weekend later", () => {
    fc.assert(
      fc.property(clocks, times, fc.constantFrom(3, 8, 15, 90), (clock, since, days) => {
        const late = (dueAfter(clock, since, days, "a mail").getTime() - since.getTime()) / 86_400_000 - days;
        expect(late).toBeGreaterThan(-1);
        expect(late).toBeLessThan(6);
      }),
      { numRuns: 100 },
    );
  });

  test("is spread over the hours of the day, and the same for the same mail", () => {
    const clock = readerClock("Europe/Paris", "eu");
    const from = new Date("2030-06-12T00:00:00Z");
    const at = (seed: string) => nextSendTime(clock, from, seed);
    const hours = Array.from({ length: 800 }, (_, mail) => local(at(`mail ${mail}`), "Europe/Paris").hour);
    for (let hour = 9; hour < 17; hour += 1)
      expect(hours.filter((one) => one === hour).length).toBeGreaterThan(60);
    expect(at("mail 7")).toEqual(at("mail 7"));
  });

  test("follows the browser's time zone before the region, and the region where nobody knows the zone", () => {
    expect(readerClock("Asia/Tokyo", "us").zones).toEqual(["Asia/Tokyo"]);
    expect(readerClock("Mars/Olympus", "uk").zones).toEqual(["Europe/London"]);
    expect(readerClock(undefined, "other").daysOff).toEqual(anybodysWeekend);
  });
});

/** Countries by the zones whose weekend the Unicode CLDR puts on other days than Saturday and Sunday. */
const countries: Readonly<Record<string, string>> = {
  "Africa/Algiers": "DZ",
  "Africa/Cairo": "EG",
  "Africa/Khartoum": "SD",
  "Africa/Tripoli": "LY",
  "Asia/Aden": "YE",
  "Asia/Amman": "JO",
  "Asia/Baghdad": "IQ",
  "Asia/Bahrain": "BH",
  "Asia/Damascus": "SY",
  "Asia/Jerusalem": "IL",
  "Asia/Kabul": "AF",
  "Asia/Kuwait": "KW",
  "Asia/Muscat": "OM",
  "Asia/Qatar": "QA",
  "Asia/Riyadh": "SA",
  "Asia/Tehran": "IR",
};

interface WeekInfo {
  weekend: number[];
}
function weekendOf(country: string): number[] {
  const locale: unknown = new Intl.Locale(`und-${country}`);
  const { getWeekInfo } = locale as { getWeekInfo: () => WeekInfo };
  return getWeekInfo.call(locale).weekend;
}

test.each(Object.entries(countries))("days without mail in %s hold the weekend of %s", (zone, country) => {
  expect(daysOffIn(zone)).toEqual(expect.arrayContaining(weekendOf(country)));
});
