/**
 * How often each thing happened on a day, by page and campaign; no person is in it.
 *
 * One item a day, one number for each event, page and campaign. A write costs by the size of the whole item, so what is
 * counted comes from closed lists, and campaigns, which anybody may make up, are limited: the item stays under 40 KB
 * whoever sends what, a few KB on a common day.
 */
import { UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { madeUnlessConditionFails } from "#functions/store/failures.ts";
import { readItems } from "#functions/store/read-items.ts";
import type { Table } from "#functions/store/table.ts";

export interface CountedEvent {
  /** "view", "start", "step profile", "submit"; by the API itself "accepted", "held", "confirmed" and "booked". */
  event: string;
  /** A page of the site, or "other". */
  page: string;
  /** Null where no campaign is named. */
  campaign: string | null;
}

export interface EventCount extends CountedEvent {
  count: number;
}

export interface DayCounters {
  /** UTC, "2026-11-25". */
  day: string;
  counts: EventCount[];
}

/** Most numbers with a campaign in one day, about twenty for each campaign; further ones count together. */
const mostCampaignNumbers = 300;
export const otherCampaign = "other";
/** Longer than that no visitor waits for a count. */
const patienceMs = 3_000;
const separator = "|";
const longestRangeDays = 400;
const dayMs = 86_400_000;

const dayOf = (time: Date) => time.toISOString().slice(0, 10);
const key = (day: string) => ({ pk: `COUNTER#${day}` });

const nameOf = ({ event, page, campaign }: CountedEvent) =>
  [event, page, ...(campaign === null ? [] : [campaign])].join(separator);

interface Addition {
  update?: string;
  condition?: string;
  values?: Record<string, number>;
}

/** Returns what adds one to a number of the day; it returns false when the condition did not hold. */
function adder(table: Table, day: string) {
  // One limit for all tries together.
  const abortSignal = AbortSignal.timeout(patienceMs);
  return (name: string, { update = "", condition, values = {} }: Addition = {}): Promise<boolean> => {
    const command = new UpdateCommand({
      TableName: table.name,
      Key: key(day),
      UpdateExpression: `ADD #name :one${update}`,
      ...(condition === undefined ? {} : { ConditionExpression: condition }),
      ExpressionAttributeNames: { "#name": name },
      ExpressionAttributeValues: { ":one": 1, ...values },
    });
    return madeUnlessConditionFails(table.client.send(command, { abortSignal }));
  };
}

/**
 * Counts one event, in one write unless the campaign is new today.
 * @param most numbers with a campaign in one day
 * @throws TableUnavailable, or an AbortError when the table takes longer than three seconds
 */
export async function countEvent(
  table: Table,
  event: CountedEvent,
  now: Date,
  most = mostCampaignNumbers,
): Promise<void> {
  const add = adder(table, dayOf(now));
  const name = nameOf(event);
  const known = () => add(name, { condition: "attribute_exists(#name)" });
  const first = () =>
    add(name, {
      update: ", campaignNumbers :one",
      condition:
        "attribute_not_exists(#name) AND (attribute_not_exists(campaignNumbers) OR campaignNumbers < :most)",
      values: { ":most": most },
    });
  if (event.campaign === null) await add(name);
  // Known again: another request may have been the first.
  else if (!((await known()) || (await first()) || (await known())))
    await add(nameOf({ ...event, campaign: otherCampaign }));
}

function countsIn(item: Record<string, unknown>): EventCount[] {
  return Object.entries(item).flatMap(([name, count]) => {
    const [event = "", page, campaign = null] = name.split(separator);
    return page === undefined || typeof count !== "number" ? [] : [{ event, page, campaign, count }];
  });
}

/**
 * Returns the counters of each UTC day from one to another, both included; a day without events has none.
 * @throws RangeError for a range that is reversed or longer than 400 days
 */
export async function readCounters(table: Table, from: Date, to: Date): Promise<DayCounters[]> {
  const first = Date.parse(dayOf(from));
  const days = (Date.parse(dayOf(to)) - first) / dayMs + 1;
  if (days < 1 || days > longestRangeDays)
    throw new RangeError(`A range has 1 to ${longestRangeDays} days; this one has ${days}.`);
  const all = Array.from({ length: days }, (_, at) => dayOf(new Date(first + at * dayMs)));
  const items = await readItems(
    table,
    all.map((day) => key(day).pk),
  );
  const found = new Map(items.map((item) => [item.pk, item]));
  return all.map((day) => ({ day, counts: countsIn(found.get(key(day).pk) ?? {}) }));
}
