import { capacityLine } from "#shared/report/capacity-line.ts";
import { changePage } from "#shared/report/change-page.ts";
import { cover } from "#shared/report/cover.ts";
import { domainResults } from "#shared/report/domain-results.ts";
import { loadFigure, quadrant, readinessFigure } from "#shared/report/figures.ts";
import { flagResults } from "#shared/report/flags.ts";
import { methodPage } from "#shared/report/method-page.ts";
import { findOutList } from "#shared/report/missing-answers.ts";
import { peoplePage } from "#shared/report/people-page.ts";
import { planItems, planPage } from "#shared/report/plan-page.ts";
import type { Report } from "#shared/report/report.ts";
import type { ReportInput } from "#shared/report/report-input.ts";
import { roadmapPage } from "#shared/report/roadmap-page.ts";
import { situation } from "#shared/report/situation.ts";
import { troublePage } from "#shared/report/trouble-page.ts";
import { whatIfSummary } from "#shared/report/what-if-summary.ts";

const shortened = "Shortened version: the page on how the work is carried is left out.";

/**
 * Returns the report as data: every sentence that PDF, result page, mails and exports show.
 * The same input gives the same report; nothing here knows the time or draws a number at random.
 */
export function buildReport(input: ReportInput): Report {
  const { edition, profile, config, variant } = input;
  const plan = planPage(input);
  const capacity = capacityLine(input);
  const pages = {
    cover: cover(input),
    readiness: readinessFigure(input),
    load: loadFigure(input),
    situation: situation(input, planItems(plan), capacity.neverAlone),
    change: changePage(input),
    domainsHeadline: "Where you are strong, uncertain or limited",
    domains: domainResults(input),
    flags: flagResults(input),
    findOut: findOutList(input),
    quadrant: quadrant(input),
    plan,
    people: peoplePage(input),
    trouble: troublePage(input),
    roadmap: roadmapPage(input),
    whatIf: whatIfSummary(input),
    capacity: capacity.line?.sentence ?? null,
  };
  return {
    version: 1,
    edition: edition.id,
    variant,
    industry: profile.industry,
    region: profile.region,
    infrastructurePeople: profile.infrastructurePeople,
    ...pages,
    capacityLine: capacity.line,
    method: methodPage(input, pages),
    footer: `${config.brand.name} · Digital Readiness Report${variant === "full" ? "" : ` · ${shortened}`}`,
  };
}
