import { Document } from "@react-pdf/renderer";
import type { LaidOutNode, RenderedDocument } from "#functions/pdf/document-pages.ts";
import { FramedPage, type Running } from "#functions/pdf/page-frame.tsx";
import { printableName } from "#functions/pdf/printable.ts";
import { ReportContext, type ReportSetting } from "#functions/pdf/report-context.ts";
import { type ContentsEntry, Cover } from "#functions/pdf/sections/cover.tsx";
import { DomainDetailSection } from "#functions/pdf/sections/domain-detail.tsx";
import { DomainsSection } from "#functions/pdf/sections/domains.tsx";
import { MethodSection } from "#functions/pdf/sections/method.tsx";
import { PeopleSection } from "#functions/pdf/sections/people.tsx";
import { PlanSection } from "#functions/pdf/sections/plan.tsx";
import { RoadmapSection } from "#functions/pdf/sections/roadmap.tsx";
import { SituationSection } from "#functions/pdf/sections/situation.tsx";
import { TroubleSection } from "#functions/pdf/sections/trouble.tsx";
import type { FunnelConfig } from "#shared/funnel-config.ts";
import type { Report } from "#shared/report/report.ts";

/** Returns the sections that this report has, in order, as the contents list them. */
export function sectionsOf(report: Report): ContentsEntry[] {
  const people = report.people === null ? [] : [{ id: "people", title: report.people.headline }];
  return [
    { id: "situation", title: report.situation.headline },
    { id: "domains", title: report.domainsHeadline },
    { id: "plan", title: report.plan.heading },
    { id: "detail", title: "What each answer says, and why it is asked" },
    ...people,
    { id: "trouble", title: report.trouble.headline },
    { id: "roadmap", title: report.roadmap.headline },
    { id: "method", title: report.method.headline },
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

/** The whole document: cover, situation, then the sections, each on a new page unless much of one is left. */
export function ReportDocument({
  report,
  config,
  setting,
  onLaidOut,
}: {
  report: Report;
  config: FunnelConfig;
  setting: ReportSetting;
  /** Receives the laid-out document once its pages are known. */
  onLaidOut: (document: LaidOutNode) => void;
}) {
  const organisation = printableName(report.cover.organisation, setting.coverage);
  const running: Running = {
    organisation,
    brandName: config.brand.shortName ?? config.brand.name,
    logoPath: config.brand.logoPath,
    footer: report.footer,
  };
  const handOver = (rendered: RenderedDocument) => {
    if (rendered._INTERNAL__LAYOUT__DATA_) onLaidOut(rendered._INTERNAL__LAYOUT__DATA_);
  };
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
        onRender={handOver}
      >
        <Cover report={report} organisation={organisation} running={running} entries={sectionsOf(report)} />
        <FramedPage running={running}>
          <SituationSection report={report} />
          <DomainsSection report={report} />
          <PlanSection report={report} />
          <DomainDetailSection domains={report.domains} />
          {report.people === null ? null : <PeopleSection page={report.people} />}
          <TroubleSection page={report.trouble} />
          <RoadmapSection page={report.roadmap} />
          <MethodSection page={report.method} />
        </FramedPage>
      </Document>
    </ReportContext>
  );
}
