import type { Line, PdfNode, Run } from "#functions/pdf/tagging/laid-out-node.ts";

/** A part of a laid-out text that is all link, or has none. */
export interface TextSegment {
  node: PdfNode;
  /** Where the link leads; null for plain text. */
  link: string | null;
  text: string;
}

interface Piece {
  line: Line;
  runs: Run[];
  /** Width of the runs before these on the line. */
  offset: number;
}

interface Stretch {
  link: string | null;
  pieces: Piece[];
}

/** What is left of a line break draws nothing, but its run would name a font that the file does not carry. */
function withoutEmptyRuns(line: Line): Line {
  const runs = line.runs.filter((run) => line.string.slice(run.start, run.end).replaceAll("\n", "") !== "");
  return runs.length === line.runs.length ? line : { ...line, runs };
}

const linkOf = (run: Run) => run.attributes.link ?? null;

/** The runs of all lines, those with one link after another together. */
function stretchesOf(lines: readonly Line[]): Stretch[] {
  const stretches: Stretch[] = [];
  for (const line of lines) {
    let offset = 0;
    for (const run of line.runs) {
      const last = stretches.at(-1);
      const piece = last?.pieces.at(-1);
      if (last?.link === linkOf(run) && piece?.line === line) piece.runs.push(run);
      else if (last?.link === linkOf(run)) last.pieces.push({ line, runs: [run], offset });
      else stretches.push({ link: linkOf(run), pieces: [{ line, runs: [run], offset }] });
      offset += run.xAdvance ?? 0;
    }
  }
  return stretches;
}

/** The text with other lines, standing where they stood. Only the first part keeps background, id and outline entry. */
function withLines(node: PdfNode, lines: readonly Line[], isFirst: boolean): PdfNode {
  const firstTop = node.lines?.[0]?.box.y ?? 0;
  const box = node.box && { ...node.box, top: node.box.top + ((lines[0]?.box.y ?? firstTop) - firstTop) };
  const part = { ...node, lines, ...(box ? { box } : {}) };
  if (isFirst) return part;
  const borderless = { borderTopWidth: 0, borderRightWidth: 0, borderBottomWidth: 0, borderLeftWidth: 0 };
  return {
    ...part,
    props: {},
    style: { ...node.style, backgroundColor: undefined },
    ...(box ? { box: { ...box, ...borderless } } : {}),
  };
}

function pieceLine({ line, runs, offset }: Piece): Line {
  return { ...line, runs, box: { ...line.box, x: line.box.x + offset }, decorationLines: [] };
}

const pieceText = ({ line, runs }: Piece) =>
  runs.map((run) => line.string.slice(run.start, run.end)).join("");

/**
 * Returns a laid-out text cut at the ends of its links, in reading order, and the lines drawn under or through
 * it (null when there are none). Drawn one after another they look like the text itself.
 */
export function textSegments(node: PdfNode): { segments: TextSegment[]; decoration: PdfNode | null } {
  const lines = (node.lines ?? []).map(withoutEmptyRuns);
  const text = lines.map((line) => line.string).join("");
  const hasLink = lines.some((line) => line.runs.some((run) => linkOf(run) !== null));
  const decorated = lines.filter((line) => (line.decorationLines ?? []).length > 0);
  if (!hasLink && decorated.length === 0)
    return { segments: [{ node: { ...node, lines }, link: null, text }], decoration: null };
  const segments = stretchesOf(lines).map(({ link, pieces }, index) => ({
    node: withLines(node, pieces.map(pieceLine), index === 0),
    link,
    text: pieces.map(pieceText).join("").trim(),
  }));
  const underlines = decorated.map((line) => ({ ...line, runs: [] }));
  return { segments, decoration: underlines.length === 0 ? null : withLines(node, underlines, false) };
}
