/** Weekends that are not Saturday and Sunday, by the time zones of the countries that keep them. */

/** 1 is Monday, 7 is Sunday, as in ISO 8601. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

export const usualWeekend: readonly Weekday[] = [6, 7];
const fridaySaturday: readonly Weekday[] = [5, 6];

/**
 * Days without mail by zone: the weekend of the Unicode CLDR for its country, and a day more where it changed lately or
 * differs within the country. A zone left out keeps Saturday and Sunday.
 */
const byZone: Readonly<Record<string, readonly Weekday[]>> = {
  "Africa/Algiers": fridaySaturday,
  "Africa/Cairo": fridaySaturday,
  "Africa/Khartoum": fridaySaturday,
  "Africa/Tripoli": fridaySaturday,
  "Asia/Aden": fridaySaturday,
  "Asia/Amman": fridaySaturday,
  "Asia/Baghdad": fridaySaturday,
  "Asia/Bahrain": fridaySaturday,
  "Asia/Damascus": fridaySaturday,
  "Asia/Gaza": fridaySaturday,
  "Asia/Hebron": fridaySaturday,
  "Asia/Jerusalem": fridaySaturday,
  "Asia/Tel_Aviv": fridaySaturday,
  Israel: fridaySaturday,
  Egypt: fridaySaturday,
  Libya: fridaySaturday,
  "Asia/Kuwait": fridaySaturday,
  "Asia/Muscat": fridaySaturday,
  "Asia/Qatar": fridaySaturday,
  "Asia/Riyadh": fridaySaturday,
  // Friday and Saturday in daily life, other days in the CLDR.
  "Asia/Dhaka": [5, 6, 7],
  "Indian/Maldives": [5, 6, 7],
  "Africa/Djibouti": [5, 6, 7],
  "Africa/Mogadishu": [5, 6, 7],
  "Africa/Nouakchott": [5, 6, 7],
  // Friday and Sunday.
  "Asia/Brunei": [5, 6, 7],
  // Saturday and Sunday since 2022, Friday afternoon free.
  "Asia/Dubai": [5, 6, 7],
  // Thursday and Friday, or Friday and Saturday.
  "Asia/Kabul": [4, 5, 6],
  "Asia/Tehran": [4, 5, 6],
  Iran: [4, 5, 6],
  // In some states Friday and Saturday.
  "Asia/Kuala_Lumpur": [5, 6, 7],
  "Asia/Kathmandu": [6, 7],
};

/** No day of anybody's weekend, for a reader of whom nothing is known. */
export const anybodysWeekend: readonly Weekday[] = [4, 5, 6, 7];

/** Returns the days on which no mail goes to a reader in this time zone. */
export function daysOffIn(zone: string): readonly Weekday[] {
  return byZone[zone] ?? usualWeekend;
}
