import { Fragment, type ReactNode } from "react";
import { pageFills } from "#functions/pdf/document-pages.ts";
import { ContentPages, EndlessPage } from "#functions/pdf/page-frame.tsx";
import type { ReportSetting } from "#functions/pdf/report-context.ts";
import { documentOf } from "#functions/pdf/report-document.tsx";
import type { SectionGroup } from "#functions/pdf/report-sections.tsx";
import type { PdfNode } from "#functions/pdf/tagging/laid-out-node.ts";
import { layOut } from "#functions/pdf/tagging/render-tagged.ts";
import { isDense, type Sheet, sheetFor } from "#functions/pdf/theme.ts";
import type { Region } from "#shared/edition.ts";

/** How a group of sections is set. */
export interface GroupLayout {
  typeScale: number;
  /** "designed": a page for each part, however deep; "merged": all parts on one; "flowing": broken where pages end. */
  breaks: "designed" | "merged" | "flowing";
}

/** Pages that are ready to be drawn but for what runs at their head and foot. */
export interface LaidOutGroup extends GroupLayout {
  group: SectionGroup;
  pages: readonly PdfNode[];
  /** How full each page is; above 1 its content runs over. */
  fills: readonly number[];
  sheet: Sheet;
}

/** Reading order of a group's first node: far enough apart that no two groups mix. */
const ordersPerGroup = 100_000;

/** The parts that the first section is designed in; what joins it follows on the last. */
function partsOf([first, ...joining]: SectionGroup): ReactNode[] {
  const own = first.parts.slice(0, -1);
  const last = [...first.parts.slice(-1), ...joining.flatMap((section) => section.parts)];
  return [...own, last.map((part, index) => <Fragment key={String(index)}>{part}</Fragment>)];
}

function pagesOf(parts: readonly ReactNode[], breaks: GroupLayout["breaks"]): ReactNode {
  const keyed = parts.map((part, index) => <Fragment key={String(index)}>{part}</Fragment>);
  if (breaks === "flowing") return <ContentPages>{keyed}</ContentPages>;
  if (breaks === "merged") return <EndlessPage>{keyed}</EndlessPage>;
  return keyed.map((part) => <EndlessPage key={part.key}>{part}</EndlessPage>);
}

/** Returns the pages of a group of sections set as told. */
export async function layOutGroup(
  group: SectionGroup,
  region: Region,
  setting: ReportSetting,
  { typeScale, breaks }: GroupLayout,
): Promise<LaidOutGroup> {
  const sheet = sheetFor(region, isDense(typeScale));
  const document = documentOf(pagesOf(partsOf(group), breaks), { ...setting, sheet, typeScale });
  const { root } = await layOut(document, (group[0].place + 1) * ordersPerGroup);
  const pages = (root.children ?? []).map((page) => ({
    ...page,
    box: { left: 0, top: 0, ...page.box, width: sheet.width, height: sheet.height },
  }));
  return { group, pages, fills: pageFills(root, sheet), sheet, typeScale, breaks };
}
