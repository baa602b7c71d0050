import path from "node:path";
import { renderChecklist, renderCoverSheet } from "#functions/pdf/checklist/render-checklist.tsx";
import { coverSheet } from "#shared/checklists/cover-sheet.ts";
import { domainChecklists } from "#shared/checklists/domain-checklist.ts";
import type { FunnelConfig } from "#shared/funnel-config.ts";
import { currentEdition } from "#shared/questions/index.ts";
import { root } from "./folders.ts";

/** Where the site serves them from. */
export const checklistsFolder = path.join(root, "site/public/checklists");

export interface Sheet {
  slug: string;
  render: (config: FunnelConfig) => Promise<Uint8Array>;
}

/** Returns every checklist to print: one for each domain, and the cover sheet. */
export function checklistSheets(): Sheet[] {
  const sheet = coverSheet(currentEdition);
  return [
    ...domainChecklists(currentEdition).map((checklist) => ({
      slug: checklist.slug,
      render: (config: FunnelConfig) => renderChecklist(checklist, config),
    })),
    { slug: sheet.slug, render: (config) => renderCoverSheet(sheet, config) },
  ];
}
