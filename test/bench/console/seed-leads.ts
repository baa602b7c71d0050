/** Fills a table with many leads, quicker than accepting each: the items are those of sample leads with new names. */
import { BatchWriteCommand } from "@aws-sdk/lib-dynamodb";
import { addressKey } from "#functions/store/addresses.ts";
import { assessmentItem } from "#functions/store/assessments.ts";
import { leadAt, monthKey } from "#functions/store/lead-attributes.ts";
import { findAttributes } from "#functions/store/lead-words.ts";
import type { Table } from "#functions/store/table.ts";
import type { FunnelConfig } from "#shared/funnel-config.ts";
import { sampleLead } from "../../../infra/local/sample-leads.ts";

const models = 400;
const batch = 25;
const batchesAtOnce = 8;

export interface SeedOptions {
  count: number;
  /** Leads are spread evenly over so many days. */
  days: number;
  now: Date;
  addressSecret: string;
  config: FunnelConfig;
}

/** Returns the id of a seeded lead. */
export function seededId(number: number): string {
  const digits = number.toString(16).padStart(12, "0");
  return `00000000-0000-4000-8000-${digits}`;
}

/** Returns how to make the item of each number; number 0 is the newest. */
export function itemMaker({ count, days, now, addressSecret, config }: SeedOptions) {
  const samples = Array.from({ length: models }, (_, number) => {
    const { assessment } = sampleLead(number, { now, days: 60, count: models, addressSecret, config });
    return { assessment, item: assessmentItem(assessment) };
  });
  return (number: number) => {
    const sample = samples[number % models];
    if (sample === undefined) throw new RangeError("There are no sample leads.");
    const createdAt = new Date(now.getTime() - 60_000 - (number / count) * days * 86_400_000).toISOString();
    const id = seededId(number);
    const label = String(number).padStart(6, "0");
    const organisation = `Sample firm number${label} (demonstration)`;
    const contact = { ...sample.assessment.contact, email: `lead@firm${label}.example`, organisation };
    const addressHash = addressKey(addressSecret, contact.email);
    const at = leadAt({ createdAt, id });
    const { listedAt, leadMonth } = sample.item;
    return {
      ...sample.item,
      ...{ pk: `ASSESSMENT#${id}`, id, createdAt, contact, addressHash, leadAt: at },
      leadMonth: monthKey(createdAt.slice(0, 7), leadMonth.startsWith("HELD")),
      ...(listedAt === undefined ? {} : { listedAt: at }),
      ...findAttributes({ contact, addressHash, createdAt, id }),
    };
  };
}

/** Writes so many leads. */
export async function seedLeads(table: Table, options: SeedOptions): Promise<void> {
  const make = itemMaker(options);
  let next = 0;
  async function writeBatches(): Promise<void> {
    while (next < options.count) {
      const from = next;
      next = Math.min(options.count, from + batch);
      const items = Array.from({ length: next - from }, (_, index) => make(from + index));
      const RequestItems = { [table.name]: items.map((Item) => ({ PutRequest: { Item } })) };
      await table.client.send(new BatchWriteCommand({ RequestItems }));
    }
  }
  await Promise.all(Array.from({ length: batchesAtOnce }, writeBatches));
}
