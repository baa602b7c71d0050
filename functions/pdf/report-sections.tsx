import type { ReactNode } from "react";
import { DomainDetailSection, detailHeadline } from "#functions/pdf/sections/domain-detail.tsx";
import { DomainsSection } from "#functions/pdf/sections/domains.tsx";
import { MethodSection } from "#functions/pdf/sections/method.tsx";
import { PeopleSection } from "#functions/pdf/sections/people.tsx";
import { PlanSection } from "#functions/pdf/sections/plan.tsx";
import { RoadmapSection } from "#functions/pdf/sections/roadmap.tsx";
import { SituationSection } from "#functions/pdf/sections/situation.tsx";
import { TroubleSection } from "#functions/pdf/sections/trouble.tsx";
import type { Report } from "#shared/report/report.ts";

export interface ReportSection {
  id: string;
  /** As the contents list it. */
  title: string;
  /** Pages it is designed for; its type shrinks a little, but never beyond reading, rather than take more. */
  pages: 1 | 2;
  /** Too short for a page of its own: follows on the page of the section before. */
  joins: boolean;
  body: ReactNode;
}

/** Returns the sections that this report has, in order. */
export function sectionsOf(report: Report): ReportSection[] {
  const { people, trouble } = report;
  const joining = new Set([
    ...(report.plan.empty === null ? [] : ["plan"]),
    ...(trouble.rules.length + trouble.withoutRule.length === 0 && trouble.exposure === null
      ? ["roadmap"]
      : []),
  ]);
  const section = (id: string, title: string, body: ReactNode, pages: 1 | 2 = 1): ReportSection => ({
    id,
    title,
    body,
    pages,
    joins: joining.has(id),
  });
  return [
    section("situation", report.situation.headline, <SituationSection report={report} />),
    section("domains", report.domainsHeadline, <DomainsSection report={report} />),
    section("plan", report.plan.heading, <PlanSection report={report} />),
    section("detail", detailHeadline, <DomainDetailSection domains={report.domains} />, 2),
    ...(people === null ? [] : [section("people", people.headline, <PeopleSection page={people} />)]),
    section("trouble", report.trouble.headline, <TroubleSection report={report} />),
    section("roadmap", report.roadmap.headline, <RoadmapSection report={report} />),
    section("method", report.method.headline, <MethodSection page={report.method} />),
  ];
}

/** Sections that share their pages, the one that opens them first. */
export type SectionGroup = readonly [ReportSection, ...ReportSection[]];

/** Returns the sections by the page they open; those that join stand behind the one they join. */
export function groupsOf(sections: readonly ReportSection[]): SectionGroup[] {
  const groups: [ReportSection, ...ReportSection[]][] = [];
  for (const section of sections) {
    const last = groups.at(-1);
    if (section.joins && last) last.push(section);
    else groups.push([section]);
  }
  return groups;
}
