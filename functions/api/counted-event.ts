/** Which events are counted, and under which page and campaign: only what comes from a list of ours, or a short word. */
import type { ApiDependencies } from "#functions/api/dependencies.ts";
import { type CountedEvent, countEvent } from "#functions/store/counters.ts";
import { editions } from "#shared/questions/index.ts";
import type { Submission } from "#shared/submission.ts";

/** A page that is not on the list, where it comes with a submission that is accepted all the same. */
const otherPage = "other";

/** Steps of the form that are not sections of an edition. */
const otherSteps = ["profile", "result", "load", "contact"];

/** The id of each step of the form. */
export const formSteps: ReadonlySet<string> = new Set([
  ...otherSteps,
  ...editions.flatMap(({ sections }) => sections.map(({ id }) => id)),
]);

/** Returns the page as the list has it, or null where it is not on it. */
export function listedPage({ pages }: Pick<ApiDependencies, "pages">, path: string): string | null {
  const page = path.length > 1 ? path.replace(/\/$/, "") : path;
  return pages?.has(page) ? page : null;
}

/**
 * Returns a campaign as it is counted, null for none. Mail programs put addresses and ids of readers there: what is not
 * a short plain name counts as "other", so that nobody can be found in the counters.
 */
export function countedCampaign(campaign: string | undefined): string | null {
  const name = campaign?.trim().toLowerCase().replace(/\s+/g, "-");
  if (!name) return null;
  const plain = /^[a-z0-9][a-z0-9._-]{0,39}$/.test(name) && !/\d{9}/.test(name);
  return plain ? name : "other";
}

/** Counts an event; a failure is logged and otherwise without effect, since no visitor should pay for a number. */
export async function countQuietly({ table, now, log }: ApiDependencies, event: CountedEvent): Promise<void> {
  try {
    await countEvent(table, event, now());
  } catch (error) {
    log.error("event not counted", { error: error instanceof Error ? error.name : "unknown" });
  }
}

/** Counts what the API itself knows to have happened to a submission. */
export async function countOutcome(
  dependencies: ApiDependencies,
  event: "accepted" | "held" | "confirmed" | "booked",
  { page = "", utm_campaign }: Submission["source"],
): Promise<void> {
  await countQuietly(dependencies, {
    event,
    page: listedPage(dependencies, page) ?? otherPage,
    campaign: countedCampaign(utm_campaign),
  });
}
