import { createContext, useContext } from "react";
import type { FontCoverage } from "#functions/pdf/fonts.ts";
import type { Sheet } from "#functions/pdf/theme.ts";
import type { ColorScheme } from "#shared/brand/colors.ts";
import type { PageNumbers } from "#shared/report/report.ts";

/** Places whose page number is printed somewhere else. */
export interface DocumentPages extends PageNumbers {
  /** Section id to page. */
  sections: Readonly<Record<string, number>>;
}

export interface ReportSetting {
  colors: ColorScheme;
  coverage: FontCoverage;
  sheet: Sheet;
  /** Factor on all type sizes of a section, near 1: fits it to its pages. */
  typeScale: number;
  /** Page numbers as known so far: a guess in the first pass. */
  pages: DocumentPages;
  /** Ids of the sources that the last page lists: a citation links only to these. */
  listedSources: ReadonlySet<string>;
}

export const ReportContext = createContext<ReportSetting | null>(null);

/** @throws Error outside a report document */
export function useReport(): ReportSetting {
  const setting = useContext(ReportContext);
  if (!setting) throw new Error("a report part was used outside ReportContext");
  return setting;
}
