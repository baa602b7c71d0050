import type { PDFDocumentProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import { objectsOf, open, pagesOf, readContent, type StructNode, structureOf, walk } from "./read-pdf.ts";

/** Which roles may stand directly inside a role; roles not named may hold any. */
const allowedKids: Readonly<Record<string, readonly string[]>> = {
  L: ["L", "LI", "Caption"],
  LI: ["Lbl", "LBody"],
  Table: ["TR", "Caption"],
  TR: ["TH", "TD"],
  TOC: ["TOC", "TOCI", "Caption"],
  TOCI: ["Lbl", "Reference", "P", "TOC"],
};
/** Which role must stand directly around a role. */
const requiredParents: Readonly<Record<string, readonly string[]>> = {
  LI: ["L"],
  Lbl: ["LI", "TOCI"],
  LBody: ["LI"],
  TR: ["Table"],
  TH: ["TR"],
  TD: ["TR"],
  TOCI: ["TOC"],
};
const wordRoles = ["P", "H1", "H2", "H3", "H4", "Lbl", "Caption"];

function nestingFindings(node: StructNode): string[] {
  const findings: string[] = [];
  for (const kid of node.children ?? []) {
    if (!kid.role) continue;
    const { role } = kid;
    const parent = node.role ?? "Root";
    if (allowedKids[parent] && !allowedKids[parent].includes(role))
      findings.push(`09-004 ${role} directly in ${parent}`);
    if (requiredParents[role] && !requiredParents[role].includes(parent))
      findings.push(`09-004 ${role} outside of ${requiredParents[role].join(" or ")}`);
    if (wordRoles.includes(parent) && wordRoles.includes(role))
      findings.push(`09-001 ${role} inside ${parent}`);
    findings.push(...nestingFindings(kid));
  }
  return findings;
}

/** Headings in reading order: the first is H1, and none skips a level on the way down. */
export function headingFindings(levels: readonly number[]): string[] {
  const findings = levels.length > 0 && levels[0] !== 1 ? ["14-002 the first heading is not H1"] : [];
  for (const [index, level] of levels.entries()) {
    const before = levels[index - 1];
    if (before !== undefined && level > before + 1)
      findings.push(`14-003 H${before} is followed by H${level}`);
  }
  return findings;
}

async function documentFindings(pdf: PDFDocumentProxy): Promise<string[]> {
  const { info, metadata } = (await pdf.getMetadata()) as {
    info: { Language?: string };
    metadata: { get(name: string): unknown; getRaw(): string } | null;
  };
  const findings: string[] = [];
  const markInfo = await pdf.getMarkInfo();
  if (!markInfo?.Marked || markInfo.Suspects) findings.push("06-001 the file does not say that it is tagged");
  if (!metadata) findings.push("06-001 there is no XMP metadata");
  if (metadata && !/<pdfuaid:part>1<\/pdfuaid:part>/.test(metadata.getRaw()))
    findings.push("06-002 XMP does not identify PDF/UA-1");
  if (!metadata?.get("dc:title")) findings.push("06-003 XMP has no dc:title");
  const viewer = (await pdf.getViewerPreferences()) as { DisplayDocTitle?: boolean } | null;
  if (!viewer?.DisplayDocTitle) findings.push("07-001 the title is not displayed");
  if (!info.Language) findings.push("11-006 the document has no language");
  return findings;
}

function objectFindings(bytes: Uint8Array): string[] {
  const findings: string[] = [];
  for (const object of objectsOf(bytes).values()) {
    if (/\/Type \/Page\n/.test(object) && !/\/Tabs \/S\n/.test(object))
      findings.push("28-008 a page's tab order is not that of the structure");
    if (/\/S \/TH\n/.test(object) && !/\/Scope \//.test(object)) findings.push("15-003 a TH has no scope");
    if (/\/S \/Figure\n/.test(object) && !/\/Alt \(./.test(object))
      findings.push("13-004 a Figure has no Alt");
    if (/\/Subtype \/Link\n/.test(object) && !/\/Contents \(./.test(object))
      findings.push("28-005 a link annotation has no Contents");
    if (/\/Subtype \/Link\n/.test(object) && !/\/StructParent \d/.test(object))
      findings.push("28-011 a link annotation has no StructParent");
    if (/\/FontName /.test(object) && !/\/FontFile/.test(object))
      findings.push("31-009 a font is not embedded");
    if (/\/Subtype \/Type0\n/.test(object) && !/\/ToUnicode /.test(object))
      findings.push("31-027 a font has no ToUnicode map");
  }
  return findings;
}

const kidsOf = (object: string) =>
  [...(/\/K \[?([^\]]*)/.exec(object)?.[1] ?? "").matchAll(/(\d+) 0 R/g)].map(([, id]) => Number(id));

/** Cells of a row, those over several columns counted as often. */
function columnsOf(row: string, objects: ReadonlyMap<number, string>): number {
  const spans = kidsOf(row).map((id) => Number(/\/ColSpan (\d+)/.exec(objects.get(id) ?? "")?.[1] ?? 1));
  return spans.reduce((sum, span) => sum + span, 0);
}

function tableFindings(bytes: Uint8Array): string[] {
  const objects = objectsOf(bytes);
  return [...objects.values()]
    .filter((object) => /\/S \/Table\n/.test(object))
    .flatMap((table) => {
      const counts = new Set(kidsOf(table).map((id) => columnsOf(objects.get(id) ?? "", objects)));
      return counts.size > 1 ? [`15-004 rows of a table have ${[...counts].join(" and ")} cells`] : [];
    });
}

/**
 * Returns what a machine can find in a PDF against the Matterhorn Protocol 1.02, each with its checkpoint.
 * The reader is pdf.js; only what it does not hand out is read from the objects themselves.
 */
export async function matterhornFindings(bytes: Uint8Array): Promise<string[]> {
  const pdf = await open(bytes);
  const findings = [...(await documentFindings(pdf)), ...objectFindings(bytes), ...tableFindings(bytes)];
  const levels: number[] = [];
  for (const page of await pagesOf(pdf)) {
    const at = `on page ${page.pageNumber}`;
    const { unmarked, nested, missingFonts } = await readContent(page);
    if (unmarked > 0) findings.push(`01-005 ${unmarked} operators are neither tagged nor artifact ${at}`);
    if (nested > 0) findings.push(`01-003 ${nested} marks stand inside others ${at}`);
    for (const font of missingFonts) findings.push(`31-009 font ${font} is not embedded ${at}`);
    const structure = await structureOf(page);
    findings.push(...nestingFindings(structure).map((finding) => `${finding} ${at}`));
    const nodes = walk(structure);
    levels.push(...nodes.flatMap(({ role }) => (/^H[1-6]$/.test(role ?? "") ? [Number(role?.at(1))] : [])));
    const annotations: { id: string }[] = await page.getAnnotations();
    const inTree = new Set(
      nodes.filter(({ type }) => type === "object" || type === "annotation").map(({ id }) => id),
    );
    const outside = annotations.filter(({ id }) => !inTree.has(id));
    if (outside.length > 0)
      findings.push(`28-011 ${outside.length} annotations are not in the structure ${at}`);
  }
  findings.push(...headingFindings(levels));
  await pdf.destroy();
  return [...new Set(findings)];
}
