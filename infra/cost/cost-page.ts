/** The cost page, from measured usage and dated prices: infra/aws/cost.md is made of this and nothing else. */
import { type Amounts, type Charged, prices, pricesAsOf } from "./prices.ts";
import { quotasAt } from "./quotas.ts";
import { assumptions, monthOf, type Usage } from "./usage.ts";

export const sizes = [0, 1_000, 10_000, 1_000_000] as const;

const names = Object.keys(prices) as Charged[];

/** Returns what the amounts cost in dollars, less what is free of charge each month where `free` says so. */
export function costOf(amounts: Amounts, free: boolean): Record<Charged, number> {
  const costs = names.map((name) => {
    const { dollars, free: given } = prices[name];
    return [name, Math.max(0, (amounts[name] ?? 0) - (free ? given : 0)) * dollars];
  });
  return Object.fromEntries(costs) as Record<Charged, number>;
}

export const total = (costs: Readonly<Record<Charged, number>>) =>
  Object.values(costs).reduce((sum, one) => sum + one, 0);

const dollars = (amount: number) =>
  amount === 0
    ? "0"
    : amount < 0.005
      ? "under 0.01"
      : amount.toLocaleString("en-US", { maximumFractionDigits: 2, minimumFractionDigits: 2 });
const count = (amount: number) => amount.toLocaleString("en-US", { maximumSignificantDigits: 3 });

function table(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [line(columns), `|${columns.map(() => "---").join("|")}|`, ...rows.map(line)].join("\n");
}

const label = (leads: number) => (leads === 0 ? "idle" : `${leads.toLocaleString("en-US")} leads`);

function summary(usage: Usage, memory: Readonly<Record<string, number>>): string {
  const rows = sizes.map((leads) => {
    const amounts = monthOf(usage, leads, memory);
    const withFree = total(costOf(amounts, true));
    const without = total(costOf(amounts, false));
    const each = leads === 0 ? "" : dollars((withFree / leads) * 1_000);
    return [label(leads), dollars(withFree), dollars(without), each];
  });
  return table(
    ["a month with", "dollars", "without what is free each month", "dollars per 1,000 leads"],
    rows,
  );
}

function details(usage: Usage, memory: Readonly<Record<string, number>>): string {
  const months = sizes.map((leads) => monthOf(usage, leads, memory));
  const costs = months.map((amounts) => costOf(amounts, true));
  const rows = names
    .filter((name) => months.some((amounts) => (amounts[name] ?? 0) > 0))
    .map((name) => [
      prices[name].unit,
      ...months.map((amounts, at) => `${count(amounts[name] ?? 0)}: ${dollars(costs[at]?.[name] ?? 0)}`),
    ]);
  return table(["amount: dollars", ...sizes.map(label)], rows);
}

function priceTable(): string {
  const rows = names.map((name) => {
    const { unit, dollars: each, free, source } = prices[name];
    const per = each < 0.001 ? `${(each * 1_000_000).toPrecision(4)} per million` : `${each}`;
    return [unit, per, free === 0 ? "" : count(free), source];
  });
  return table(["unit", "dollars", "free each month", "source"], rows);
}

/** The limit that binds first, and every other that is passed: those have to be raised as well. */
function quotaTable(usage: Usage): string {
  const rows = sizes.slice(1).flatMap((leads) =>
    quotasAt(usage, leads, assumptions.visitsPerLead)
      .filter(({ needed, limit }, at) => at === 0 || needed > limit)
      .map(({ name, needed, limit, change }) => [
        label(leads),
        name,
        `${count((needed / limit) * 100)} %`,
        needed > limit ? change : "none yet",
      ]),
  );
  return table(
    ["a month with", "the limit, first the one that binds first", "used at its busiest", "change needed"],
    rows,
  );
}

/** Returns the page as Markdown. */
export function costPage(usage: Usage, memory: Readonly<Record<string, number>>): string {
  const { visitsPerLead, monthsKept } = assumptions;
  return `# What it costs

Made by \`npm run cost\` from figures measured on ${usage.measuredOn} on the synthesized bundles, and from the price
table below, dated ${pricesAsOf}: **check each price before relying on it**. Region us-east-1, taxes and a firewall
(\`firewall: "create"\`, from about 8 dollars a month) not included.

${summary(usage, memory)}

Each lead comes with ${visitsPerLead} visits that end without one, is mailed a report with its PDF, told to sales, downloads the
report once, and is kept for ${monthsKept} months.

## Where it goes

${details(usage, memory)}

## Which limit binds first

A busy day has a tenth of the month's leads, a busy hour a fifth of its day's.

${quotaTable(usage)}

## Prices

${priceTable()}

## What is assumed

- A function runs as long as its measured CPU takes at its share of one (1,769 MB are a whole one), plus
  ${assumptions.millisecondsPerCall} ms for each call to AWS and ${assumptions.millisecondsPerMail} ms for each mail.
- The stream is read by Lambda, which is free of charge. Read by an EventBridge pipe, four times a second and shard, it
  would cost about 2 dollars a month for each of the table's partitions, of which a new table has several.
- Lambda keeps five long polls of twenty seconds open for the queue: ${count(assumptions.pollsPerMonth)} requests a month.
`;
}
