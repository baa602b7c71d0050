import lighthouse from "lighthouse";
import type Result from "lighthouse/types/lhr/lhr.js";

export interface PageQuality {
  /** 0 to 100. */
  performance: number;
  accessibility: number;
  bestPractices: number;
  seo: number;
  /** Milliseconds, simulated. */
  firstPaint: number;
  largestPaint: number;
  blocked: number;
  /** Cumulative layout shift. */
  shift: number;
  transferred: number;
  requests: number;
  /** Audits of accessibility, best practices and SEO that failed, by id. */
  failed: readonly string[];
}

const categories = ["performance", "accessibility", "best-practices", "seo"];

const value = ({ audits }: Result, audit: string) => audits[audit]?.numericValue ?? Number.NaN;
const score = ({ categories }: Result, category: string) =>
  Math.round((categories[category]?.score ?? 0) * 100);

function failedAudits({ audits, categories }: Result): string[] {
  return ["accessibility", "best-practices", "seo"].flatMap((category) =>
    (categories[category]?.auditRefs ?? [])
      .filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 1)
      .map(({ id }) => id),
  );
}

function requestsOf({ audits }: Result): { transferSize: number }[] {
  const details = audits["network-requests"]?.details;
  if (details?.type !== "table") return [];
  return details.items.map(({ transferSize }) => ({ transferSize: Number(transferSize) || 0 }));
}

/** Returns one Lighthouse run as a phone on simulated slow 4G. */
async function run(url: string, port: number): Promise<PageQuality> {
  const found = await lighthouse(url, {
    port,
    output: "json",
    logLevel: "error",
    onlyCategories: categories,
  });
  if (found === undefined || found.lhr.runtimeError) throw new Error(`Lighthouse could not judge ${url}.`);
  const { lhr } = found;
  const requests = requestsOf(lhr);
  return {
    performance: score(lhr, "performance"),
    accessibility: score(lhr, "accessibility"),
    bestPractices: score(lhr, "best-practices"),
    seo: score(lhr, "seo"),
    firstPaint: value(lhr, "first-contentful-paint"),
    largestPaint: value(lhr, "largest-contentful-paint"),
    blocked: value(lhr, "total-blocking-time"),
    shift: value(lhr, "cumulative-layout-shift"),
    transferred: requests.reduce((bytes, { transferSize }) => bytes + transferSize, 0),
    requests: requests.length,
    failed: failedAudits(lhr),
  };
}

/** Returns the run whose largest paint is the median of several: one run says much about the machine. */
export async function quality(url: string, port: number, runs: number): Promise<PageQuality> {
  const all: PageQuality[] = [];
  for (let count = 0; count < runs; count += 1) all.push(await run(url, port));
  const sorted = all.sort((one, other) => one.largestPaint - other.largestPaint);
  const median = sorted[Math.floor(sorted.length / 2)];
  if (median === undefined) throw new Error("At least one run is needed.");
  return median;
}
