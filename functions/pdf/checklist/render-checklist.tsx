/** Checklists as PDFs to print: tagged, with boxes to tick, lines to write on and the sources. */
import { type DocumentProps, Link, View } from "@react-pdf/renderer";
import type { ReactNode } from "react";
import { ChecklistPartBlock } from "#functions/pdf/checklist/checklist-part-block.tsx";
import { CoverTable } from "#functions/pdf/checklist/cover-table.tsx";
import { TickBox } from "#functions/pdf/checklist/tick-box.tsx";
import { sourceAnchor } from "#functions/pdf/citation.tsx";
import { loadFonts } from "#functions/pdf/fonts.ts";
import { ContentPages, PageFrame } from "#functions/pdf/page-frame.tsx";
import type { ReportSetting } from "#functions/pdf/report-context.ts";
import { documentDate, documentOf } from "#functions/pdf/report-document.tsx";
import { drawTagged, layOut } from "#functions/pdf/tagging/render-tagged.ts";
import { role } from "#functions/pdf/tagging/tag.ts";
import { sheetFor, space } from "#functions/pdf/theme.ts";
import { Words } from "#functions/pdf/words.tsx";
import type { CoverSheet } from "#shared/checklists/cover-sheet.ts";
import type { Checklist } from "#shared/checklists/domain-checklist.ts";
import type { Source } from "#shared/edition.ts";
import type { FunnelConfig } from "#shared/funnel-config.ts";
import { longDate } from "#shared/report/wording.ts";

type Printed = Pick<Checklist, "name" | "heading" | "line" | "sources" | "readOn">;

/** Reading order of what runs at head and foot: after everything on the page. */
const frameOrder = 1_000_000;

/** On paper the title and whose site it is: an address of a hundred letters has no place to break. */
function SourceEntry({ id, title, url, mark }: Source) {
  const seen = mark === "V2" ? " (secondary sources)" : "";
  if (url === null) return <Words size="fine">{`${id} ${title}${seen}`}</Words>;
  return (
    <Link src={url} style={{ textDecoration: "none" }}>
      <Words size="fine" color="accent">{`${id} ${title}, ${new URL(url).hostname}${seen}`}</Words>
    </Link>
  );
}

function Sources({ sources, readOn }: { sources: readonly Source[]; readOn: string }) {
  return (
    <View style={{ marginTop: space.large }}>
      <Words voice="heading" size="lead" minPresenceAhead={60} tag={role("H2").tag}>
        Sources
      </Words>
      <Words voice="label" size="label" color="muted" marginTop={space.hair} marginBottom={space.tight}>
        {`Read ${longDate(readOn)}. Steps without a source are our judgement.`}
      </Words>
      {sources.map((source) => (
        <View key={source.id} id={sourceAnchor(source.id)} wrap={false} style={{ marginBottom: space.hair }}>
          <SourceEntry {...source} />
        </View>
      ))}
    </View>
  );
}

async function render(printed: Printed, config: FunnelConfig, content: ReactNode): Promise<Uint8Array> {
  const { brand, sales } = config;
  const sheet = sheetFor(sales.regionsServed[0] ?? "other", false);
  const setting: ReportSetting = {
    colors: brand.colors.light,
    coverage: await loadFonts(JSON.stringify(printed) + brand.name),
    sheet,
    typeScale: 1.08,
    pages: { decisionPage: 0, planPage: 0, offerPage: 0, sections: {} },
    listedSources: new Set(printed.sources.map(({ id }) => id)),
  };
  const body = (
    <ContentPages>
      <Words voice="heading" size="title" tag={role("H1").tag}>
        {printed.heading}
      </Words>
      <Words marginTop={space.tight}>{printed.line}</Words>
      {content}
      <Sources sources={printed.sources} readOn={printed.readOn} />
    </ContentPages>
  );
  const date = documentDate(longDate(printed.readOn));
  const props: DocumentProps = {
    title: printed.heading,
    author: brand.name,
    subject: "Checklist",
    creator: brand.name,
    producer: "@react-pdf/renderer",
    language: "en-US",
    pdfVersion: "1.7",
    creationDate: date,
    modificationDate: date,
  };
  const { root } = await layOut(documentOf(body, setting));
  const pages = root.children ?? [];
  const running = {
    organisation: printed.name,
    brandName: brand.shortName ?? brand.name,
    logoPath: brand.logoPath,
    footer: `${brand.name} · ${brand.siteUrl}/checklists`,
  };
  const frames = pages.map((_, index) => {
    const page = `Page ${index + 1} of ${pages.length}`;
    return <PageFrame key={page} running={running} side={sheet.margin.side} page={page} />;
  });
  const around = await layOut(documentOf(frames, setting), frameOrder);
  const children = pages.map((page, index) => ({
    ...page,
    children: [...(page.children ?? []), ...(around.root.children?.[index]?.children ?? [])],
  }));
  return drawTagged({ props, root: { ...root, children } });
}

/**
 * Returns a checklist as a tagged PDF. The same checklist and configuration give the same bytes.
 * @throws Error when font files are missing beside the code
 */
export function renderChecklist(checklist: Checklist, config: FunnelConfig): Promise<Uint8Array> {
  return render(
    checklist,
    config,
    checklist.parts.map((part) => <ChecklistPartBlock key={part.id} part={part} />),
  );
}

/** Returns the cover sheet as a tagged PDF, as `renderChecklist` does. */
export function renderCoverSheet(sheet: CoverSheet, config: FunnelConfig): Promise<Uint8Array> {
  return render(
    sheet,
    config,
    <>
      <View style={{ marginTop: space.medium }} {...role("L")}>
        {[...sheet.steps, sheet.doneWhen].map((step) => (
          <TickBox key={step}>
            <Words>{step}</Words>
          </TickBox>
        ))}
      </View>
      <CoverTable sheet={sheet} />
    </>,
  );
}
