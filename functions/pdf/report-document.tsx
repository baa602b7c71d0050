import { Document } from "@react-pdf/renderer";
import { Fragment, type ReactNode } from "react";
import { FramedPage, type Running } from "#functions/pdf/page-frame.tsx";
import { printableName } from "#functions/pdf/printable.ts";
import { ReportContext, type ReportSetting } from "#functions/pdf/report-context.ts";
import { Cover } from "#functions/pdf/sections/cover.tsx";
import { DomainDetailSection, detailHeadline } from "#functions/pdf/sections/domain-detail.tsx";
import { DomainsSection } from "#functions/pdf/sections/domains.tsx";
import { MethodSection } from "#functions/pdf/sections/method.tsx";
import { PeopleSection } from "#functions/pdf/sections/people.tsx";
import { PlanSection } from "#functions/pdf/sections/plan.tsx";
import { RoadmapSection } from "#functions/pdf/sections/roadmap.tsx";
import { SituationSection } from "#functions/pdf/sections/situation.tsx";
import { TroubleSection } from "#functions/pdf/sections/trouble.tsx";
import type { FunnelConfig } from "#shared/funnel-config.ts";
import type { Report } from "#shared/report/report.ts";

export interface ReportSection {
  id: string;
  /** As the contents list it. */
  title: string;
  /** Pages it is designed for; its type shrinks a little rather than take more. */
  pages: 1 | 2;
  /** Too short for a page of its own: follows on the page of the section before. */
  joins: boolean;
  body: ReactNode;
}

/** Returns the sections that this report has, in order. */
export function sectionsOf(report: Report): ReportSection[] {
  const { people } = report;
  const section = (id: string, title: string, body: ReactNode, pages: 1 | 2 = 1): ReportSection => ({
    id,
    title,
    body,
    pages,
    joins: id === "plan" && report.plan.empty !== null,
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

/**
 * The date of the document: noon UTC of the report's day, never the time of rendering,
 * so that the same report gives the same bytes.
 */
export function documentDate(date: string): Date {
  const day = new Date(`${date} 12:00:00 UTC`);
  return Number.isNaN(day.getTime()) ? new Date(0) : day;
}

type SharedPage = [ReportSection, ...ReportSection[]];

/** Sections by the page they open; those that join stand behind the one they join. */
function onPages(sections: readonly ReportSection[]): SharedPage[] {
  const pages: SharedPage[] = [];
  for (const section of sections) {
    const last = pages.at(-1);
    if (section.joins && last) last.push(section);
    else pages.push([section]);
  }
  return pages;
}

/** The whole document: cover, then each section on pages of its own. */
export function ReportDocument({
  report,
  config,
  setting,
  typeScales,
}: {
  report: Report;
  config: FunnelConfig;
  setting: ReportSetting;
  /** Section id to the factor on its type sizes; 1 where absent. */
  typeScales: Readonly<Record<string, number>>;
}) {
  const organisation = printableName(report.cover.organisation, setting.coverage);
  const running: Running = {
    organisation,
    brandName: config.brand.shortName ?? config.brand.name,
    logoPath: config.brand.logoPath,
    footer: report.footer,
  };
  const sections = sectionsOf(report);
  const date = documentDate(report.cover.date);
  return (
    <ReportContext value={setting}>
      <Document
        title={`${report.cover.title}: ${organisation}`}
        author={config.brand.name}
        subject={report.cover.subject}
        creator={config.brand.name}
        producer="@react-pdf/renderer"
        language="en-US"
        pdfVersion="1.7"
        pageMode="useOutlines"
        creationDate={date}
        modificationDate={date}
      >
        <Cover report={report} organisation={organisation} running={running} entries={sections} />
        {onPages(sections).map(([opening, ...joining]) => (
          <ReportContext key={opening.id} value={{ ...setting, typeScale: typeScales[opening.id] ?? 1 }}>
            <FramedPage running={running}>
              {opening.body}
              {joining.map((section) => (
                <Fragment key={section.id}>{section.body}</Fragment>
              ))}
            </FramedPage>
          </ReportContext>
        ))}
      </Document>
    </ReportContext>
  );
}
