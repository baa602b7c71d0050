import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import config from "#config";
import { domainChecklists } from "#shared/checklists/domain-checklist.ts";
import { parseFunnelConfig } from "#shared/funnel-config.ts";
import { currentEdition } from "#shared/questions/index.ts";
import { checklistSheets, checklistsFolder } from "../../infra/local/checklist-sheets.ts";
import { readReport, solid } from "../functions/pdf/read-report.ts";
import { textsOffPage } from "../functions/pdf/texts-off-page.ts";

const checklists = domainChecklists(currentEdition);

describe("the checklists", () => {
  it("are one for each domain, with a way to fill it and every technical recommendation once", () => {
    expect(checklists.map(({ name }) => name)).toEqual(currentEdition.domains.map(({ name }) => name));
    for (const { parts, sources } of checklists) {
      expect(parts.length).toBeGreaterThanOrEqual(3);
      expect(sources.length).toBeGreaterThan(0);
    }
    const technical = currentEdition.recommendations.filter(({ triggers }) =>
      triggers.some(
        ({ questionId }) =>
          currentEdition.questions.find(({ id }) => id === questionId)?.kind === "technical",
      ),
    );
    expect(checklists.flatMap(({ parts }) => parts.map(({ id }) => id)).sort()).toEqual(
      technical.map(({ id }) => id).sort(),
    );
  });

  it.each(checklistSheets().map(({ slug }) => slug))(
    "%s.pdf is what the code makes today (npm run samples), and nothing leaves its pages",
    async (slug) => {
      const file = path.join(checklistsFolder, `${slug}.pdf`);
      expect(existsSync(file), `${file} is missing: run npm run samples`).toBe(true);
      const sheet = checklistSheets().find((one) => one.slug === slug);
      const made = (await sheet?.render(parseFunnelConfig(config))) ?? new Uint8Array();
      expect(Buffer.compare(readFileSync(file), made), "it is out of date: run npm run samples").toBe(0);
      expect(await textsOffPage(made)).toEqual([]);
    },
  );

  it("print every step, its proof, and where it comes from", async () => {
    const [first] = checklists;
    const sheet = checklistSheets().find(({ slug }) => slug === first?.slug);
    const { pages } = await readReport((await sheet?.render(parseFunnelConfig(config))) ?? new Uint8Array());
    const printed = solid(pages.join(" "));
    for (const { steps, doneWhen } of first?.parts ?? [])
      for (const text of [...steps, doneWhen]) expect(printed).toContain(solid(text));
    for (const { title } of first?.sources ?? []) expect(printed).toContain(solid(title));
  });
});
