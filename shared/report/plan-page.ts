import { planItem, planLists, recommendationOf } from "#shared/report/plan-item.ts";
import type { Plan, PlanItem } from "#shared/report/report.ts";
import { type ReportInput, showsPeople } from "#shared/report/report-input.ts";
import { isPeopleItem, type PlannedRecommendation, rankRecommendations } from "#shared/scoring/plan.ts";

/** Nothing is handed over before it stands. */
const matrix = "R31";

type Listed = PlannedRecommendation & { list: keyof typeof planLists };

const headings = {
  "30 days": "Start in the next 30 days",
  "90 days": "Done by 90 days",
  "one year": "Done within one year",
} as const;

function isListed(planned: PlannedRecommendation): planned is Listed {
  return planned.list !== "further";
}

/** The shared version leaves out the steps on how the work is carried; so does a firm with nobody in-house. */
function isShown(input: ReportInput, { recommendationId }: PlannedRecommendation): boolean {
  return showsPeople(input) || !isPeopleItem(recommendationId);
}

/** Returns the steps this version of the report shows, in their order. */
export function shownSteps(
  input: ReportInput,
  items: readonly PlannedRecommendation[],
): PlannedRecommendation[] {
  return items.filter((planned) => isShown(input, planned));
}

function condition(input: ReportInput): string {
  const { title, days30 } = recommendationOf(input.edition, matrix);
  return `Before anything is handed over: ${title}. ${days30}.`;
}

/** Returns the plan in order of work. The order never depends on what a provider could take. */
export function planPage(input: ReportInput): Plan {
  const { edition, answers, profile, scorecard } = input;
  const ranked = rankRecommendations(edition, answers, profile);
  const shown = shownSteps(input, ranked.items);
  const items = shown.filter(isListed).map((planned) => planItem(input, planned));
  // The condition before a handover is printed by itself; a second mention "after these" would contradict it.
  const further = shown.filter(
    (planned) =>
      !isListed(planned) && !(ranked.conditionBeforeHandover && planned.recommendationId === matrix),
  );
  return {
    heading: scorecard.overall === null ? "What to find out first" : "What to do first, and who does it",
    lists: Object.values(planLists).map((list) => ({
      list,
      heading: headings[list],
      items: items.filter((item) => item.list === list),
    })),
    furtherTitles: further.map(({ recommendationId }) => recommendationOf(edition, recommendationId).title),
    condition: ranked.conditionBeforeHandover ? condition(input) : null,
    nobodyInHouse:
      profile.infrastructurePeople === 0
        ? "Nobody in-house runs infrastructure: each step needs a named outside owner."
        : null,
    empty:
      items.length === 0
        ? "No step is called for. Measure again in a year, or when something changes."
        : null,
    staysInHouse: edition.staysInHouse,
  };
}

/** Returns the plan's items in order of work. */
export function planItems(plan: Plan): PlanItem[] {
  return plan.lists.flatMap(({ items }) => items);
}
