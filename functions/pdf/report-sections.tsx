import type { ReactNode } from "react";
import { ChangeSection } from "#functions/pdf/sections/change.tsx";
import { detailHeadline, detailParts } from "#functions/pdf/sections/domain-detail.tsx";
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
  /** Counted from 0. */
  place: number;
  /** As the contents list it. */
  title: string;
  /** A part for each page that it is designed for; its type shrinks a little, never beyond reading, rather than take more. */
  parts: readonly ReactNode[];
  /** Scale at which its type usually fits those pages. */
  typeScale: number;
}

/** Returns the sections that this report has, in order. */
export function sectionsOf(report: Report): ReportSection[] {
  const { people, change, trouble } = report;
  const manyRules = trouble.rules.length > 10;
  const section = (id: string, title: string, parts: readonly ReactNode[], typeScale = 1) => ({
    id,
    title,
    parts,
    typeScale,
  });
  const sections = [
    section("situation", report.situation.headline, [<SituationSection key="page" report={report} />]),
    section("domains", report.domainsHeadline, [<DomainsSection key="page" report={report} />]),
    section("plan", report.plan.heading, [<PlanSection key="page" report={report} />], 0.95),
    section("detail", detailHeadline, detailParts(report.domains), 0.975),
    ...(people === null
      ? []
      : [
          section(
            "people",
            people.headline,
            [<PeopleSection key="page" page={people} />],
            people.rota ? 0.95 : 1,
          ),
        ]),
    ...(change === null
      ? []
      : [section("change", change.headline, [<ChangeSection key="page" change={change} />], 0.95)]),
    section(
      "trouble",
      trouble.headline,
      [<TroubleSection key="page" report={report} />],
      manyRules ? 0.88 : 1,
    ),
    section("roadmap", report.roadmap.headline, [<RoadmapSection key="page" report={report} />], 1.06),
    section("method", report.method.headline, [<MethodSection key="page" page={report.method} />], 0.95),
  ];
  return sections.map((given, place) => ({ ...given, place }));
}

/** Sections that share their pages, the one that opens them first. */
export type SectionGroup = readonly [ReportSection, ...ReportSection[]];
