import { Document, type DocumentProps } from "@react-pdf/renderer";
import type { ReactElement, ReactNode } from "react";
import { printableName } from "#functions/pdf/printable.ts";
import { ReportContext, type ReportSetting } from "#functions/pdf/report-context.ts";
import type { FunnelConfig } from "#shared/funnel-config.ts";
import type { Report } from "#shared/report/report.ts";

/**
 * The date of the document: noon UTC of the report's day, never the time of rendering,
 * so that the same report gives the same bytes.
 */
export function documentDate(date: string): Date {
  const day = new Date(`${date} 12:00:00 UTC`);
  return Number.isNaN(day.getTime()) ? new Date(0) : day;
}

/** Returns what a reader's program shows about the document. */
export function documentProps(report: Report, config: FunnelConfig, setting: ReportSetting): DocumentProps {
  const date = documentDate(report.cover.date);
  return {
    title: `${report.cover.title}: ${printableName(report.cover.organisation, setting.coverage)}`,
    author: config.brand.name,
    subject: report.cover.subject,
    creator: config.brand.name,
    producer: "@react-pdf/renderer",
    language: "en-US",
    pdfVersion: "1.7",
    pageMode: "useOutlines",
    creationDate: date,
    modificationDate: date,
  };
}

/** Returns pages as a document of their own, to be laid out apart from the others. */
export function documentOf(pages: ReactNode, setting: ReportSetting): ReactElement<DocumentProps> {
  return (
    <ReportContext value={setting}>
      <Document>{pages}</Document>
    </ReportContext>
  ) as ReactElement<DocumentProps>;
}
