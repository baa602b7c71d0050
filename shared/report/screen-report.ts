import { isNeverAlone } from "#shared/models/plan-hours.ts";
import { cover } from "#shared/report/cover.ts";
import { domainResults } from "#shared/report/domain-results.ts";
import { loadFigure, quadrant, readinessFigure } from "#shared/report/figures.ts";
import { flagResults } from "#shared/report/flags.ts";
import { capRows, citedSources } from "#shared/report/method-page.ts";
import { findOutList } from "#shared/report/missing-answers.ts";
import { peoplePage } from "#shared/report/people-page.ts";
import { planItems, planPage } from "#shared/report/plan-page.ts";
import type { ScreenReport } from "#shared/report/report.ts";
import type { ReportInput } from "#shared/report/report-input.ts";
import { situation } from "#shared/report/situation.ts";

/**
 * Returns what the result on screen shows, by the functions that make the whole report; a test holds the two equal.
 * It leaves out what the screen does not show, so that a phone need not load the code for it.
 */
export function screenReport(input: ReportInput): ScreenReport {
  const plan = planPage(input);
  const items = planItems(plan);
  const { infrastructurePeople } = input.profile;
  const neverAlone = items
    .map(({ recommendationId }) => recommendationId)
    .filter((id) => isNeverAlone(id, infrastructurePeople));
  const parts = {
    cover: cover(input),
    readiness: readinessFigure(input),
    load: loadFigure(input),
    situation: situation(input, items, new Set(neverAlone)),
    domainsHeadline: "Where you are strong, uncertain or limited",
    domains: domainResults(input),
    flags: flagResults(input),
    findOut: findOutList(input),
    quadrant: quadrant(input),
    plan,
    people: peoplePage(input),
  };
  return { ...parts, method: { caps: capRows(input), sources: citedSources(input.edition, parts) } };
}
