import { Fragment } from "react";
import { pageFills } from "#functions/pdf/document-pages.ts";
import { nextScale } from "#functions/pdf/fit-sections.ts";
import { ContentPage } from "#functions/pdf/page-frame.tsx";
import type { ReportSetting } from "#functions/pdf/report-context.ts";
import { documentOf } from "#functions/pdf/report-document.tsx";
import type { SectionGroup } from "#functions/pdf/report-sections.tsx";
import type { PdfNode } from "#functions/pdf/tagging/laid-out-node.ts";
import { layOut } from "#functions/pdf/tagging/render-tagged.ts";
import { type Sheet, sheetFor } from "#functions/pdf/theme.ts";
import type { Region } from "#shared/edition.ts";

/** Pages that are ready to be drawn but for what runs at their head and foot. */
export interface LaidOutGroup {
  group: SectionGroup;
  pages: readonly PdfNode[];
  sheet: Sheet;
  typeScale: number;
}

/** Reading order of a section's first node: far enough apart that no two sections mix. */
const ordersPerGroup = 100_000;

/** A scale is tried at most this often; two times are usual. */
const mostTries = 6;

/** Returns the pages of a group of sections at a given scale of its type; below 1 margins are narrow as well. */
export async function layOutGroup(
  group: SectionGroup,
  place: number,
  region: Region,
  setting: ReportSetting,
  typeScale: number,
): Promise<LaidOutGroup> {
  const sheet = sheetFor(region, typeScale < 1);
  const content = group.map((section) => <Fragment key={section.id}>{section.body}</Fragment>);
  const document = documentOf(<ContentPage>{content}</ContentPage>, { ...setting, sheet, typeScale });
  const { root } = await layOut(document, (place + 1) * ordersPerGroup);
  return { group, pages: root.children ?? [], sheet, typeScale };
}

async function fitPages(
  group: SectionGroup,
  place: number,
  region: Region,
  setting: ReportSetting,
  wanted: number,
): Promise<LaidOutGroup> {
  let typeScale = 1;
  for (let tried = 1; ; tried += 1) {
    const laidOut = await layOutGroup(group, place, region, setting, typeScale);
    const taken = laidOut.pages.length;
    const lastFill = pageFills({ children: laidOut.pages }, laidOut.sheet).at(-1) ?? 0;
    const next = nextScale({ wanted, taken, lastFill, typeScale }, tried === 1);
    if (next === null || tried === mostTries) return laidOut;
    typeScale = next;
  }
}

/**
 * Returns the pages of a group of sections at the scale at which it fills the pages it is designed for. What does not
 * fit them at the smallest readable size takes a further page instead, at its ordinary size or larger.
 */
export async function fitGroup(
  group: SectionGroup,
  place: number,
  region: Region,
  setting: ReportSetting,
): Promise<LaidOutGroup> {
  const wanted = group[0].pages;
  const laidOut = await fitPages(group, place, region, setting, wanted);
  const taken = laidOut.pages.length;
  return taken > wanted ? fitPages(group, place, region, setting, taken) : laidOut;
}
