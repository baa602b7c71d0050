import { coverSheet } from "#shared/checklists/cover-sheet.ts";
import { domainChecklists } from "#shared/checklists/domain-checklist.ts";
import { currentEdition } from "#shared/questions/index.ts";
import type { PageText } from "./pages.ts";

export const checklists = domainChecklists(currentEdition);
export const sheet = coverSheet(currentEdition);

const folder = "/checklists";

/** Returns the address of a checklist, and of its PDF with ".pdf" behind it. */
export const checklistPath = ({ slug }: { slug: string }) => `${folder}/${slug}`;

export const checklistIndex: PageText = {
  path: folder,
  title: "Checklists: one for each part of your systems",
  description:
    "Seven checklists and a cover sheet, as pages and to print: small steps, a proof for each, and the sources behind them. No address asked.",
  heading: "Checklists to work through",
  line: "One for each part of your systems, and a sheet that shows where one person stands alone. No address asked.",
};

const pageOf = (
  entry: { slug: string; heading: string; name: string; line: string },
  description: string,
) => ({
  path: checklistPath(entry),
  title: `Checklist: ${entry.name.replaceAll("&", "and")}`,
  description,
  heading: entry.heading,
  line: entry.line,
});

/** Pages of the checklists by the last part of their address. */
export const checklistPages: ReadonlyMap<string, PageText> = new Map(
  checklists.map((checklist) => [
    checklist.slug,
    pageOf(
      checklist,
      `${checklist.name}: ${checklist.parts.length} short checks, each with three steps and a proof that it is done. On screen and to print, with sources.`,
    ),
  ]),
);

export const sheetPage: PageText = pageOf(
  sheet,
  "A sheet to fill in: for each system who runs it, who could for two weeks, and where the guide is. Gaps are your list. On screen and to print.",
);

/** Returns every page of checklists that may be found and shared. */
export const allChecklistPages: readonly PageText[] = [checklistIndex, ...checklistPages.values(), sheetPage];
