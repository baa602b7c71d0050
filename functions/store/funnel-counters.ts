import { readItems } from "#functions/store/lead-rows.ts";
import type { Table } from "#functions/store/table.ts";

/** How often something happened on a day; no person in it. */
export interface FunnelCount {
  /** "view", "start", "step profile" and the like. */
  event: string;
  /** The page shown for a view, otherwise the page a visit began on. */
  page: string;
  /** Empty where there was none. */
  campaign: string;
  count: number;
}

/** Returns the counters of these UTC days (YYYY-MM-DD), as the items `COUNTER#<day>` hold them. */
export async function readFunnelCounts(table: Table, days: readonly string[]): Promise<FunnelCount[]> {
  const items = await readItems(
    table,
    days.map((day) => `COUNTER#${day}`),
  );
  return items.flatMap((item) =>
    Object.entries(item).flatMap(([name, count]) => {
      const [event = "", page, campaign = ""] = name.split("|");
      return page === undefined || typeof count !== "number" ? [] : [{ event, page, campaign, count }];
    }),
  );
}
