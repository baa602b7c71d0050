import sharp from "sharp";
import type { FunnelConfig } from "#shared/funnel-config.ts";
import { loadZones, readinessZones, type Zone } from "../content/score-zones.ts";
import { balancedLines, faces, linePath } from "./set-text.ts";
import type { ShareCard } from "./share-cards.ts";

export const shareSize = { width: 1200, height: 630 } as const;

const edge = 72;
const inner = shareSize.width - 2 * edge;
const scaleWidth = (inner - 56) / 2;
/** From largest to smallest: the first at which the heading keeps to three lines. */
const headingSizes = [76, 68, 60, 52, 46];

type Colors = FunnelConfig["brand"]["colors"]["light"];

const rect = (x: number, y: number, width: number, height: number, fill: string) =>
  `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${fill}"/>`;
const path = (d: string, fill: string) => `<path d="${d}" fill="${fill}"/>`;

/** The rule along the upper edge, as on the cover of a report. */
function ruler({ ink, edge: line }: Colors): string {
  const ticks = Array.from({ length: 120 }, (_, at) => rect(at * 10, 12, 1, at % 5 === 0 ? 16 : 8, line));
  return rect(0, 0, shareSize.width, 12, ink) + ticks.join("");
}

function brandLine({ brand }: FunnelConfig): string {
  const { accent, ink } = brand.colors.light;
  const logo = `<path transform="translate(${edge} 62) scale(1.9)" d="${brand.logoPath}" fill="none" stroke="${accent}" stroke-width="1.6" stroke-linejoin="round" stroke-linecap="round"/>`;
  return logo + path(linePath(faces.display, 28, edge + 62, 95, brand.shortName ?? brand.name), ink);
}

function words({ heading, line }: ShareCard, { ink, muted }: Colors): string {
  const sizes = headingSizes.map((size) => ({
    size,
    lines: balancedLines(faces.display, size, inner, heading),
  }));
  const set = sizes.find(({ lines }) => lines.length <= 3) ?? sizes.at(-1);
  if (set === undefined) return "";
  const headingEnd = 150 + set.lines.length * set.size * 1.14;
  const lower = balancedLines(faces.text, 33, inner, line).slice(0, 2);
  return [
    ...set.lines.map((text, at) =>
      path(linePath(faces.display, set.size, edge, 150 + (at + 0.86) * set.size * 1.14, text), ink),
    ),
    ...lower.map((text, at) => path(linePath(faces.text, 33, edge, headingEnd + 52 + at * 44, text), muted)),
  ].join("");
}

/** A scale with its zones named and no pointer: whose score would it show? */
function scale(
  name: string,
  zones: readonly Zone[],
  x: number,
  fill: string,
  { ink, muted, edge: line }: Colors,
): string {
  const at = (value: number) => x + (value * scaleWidth) / 100;
  const ticks = Array.from({ length: 21 }, (_, tick) => rect(at(tick * 5), 558, 1, 6, line));
  const marks = zones.map(({ name: zone, from, to }) => {
    const end = Math.min(100, to + 1);
    return (
      rect(at(from), 538, at(end) - at(from) - 3, 14, fill) +
      path(linePath(faces.label, 16, at(from), 588, zone), muted)
    );
  });
  return path(linePath(faces.display, 20, x, 520, name), ink) + marks.join("") + ticks.join("");
}

/** Returns the share image of a page as PNG, drawn from the brand's colors, logo and faces. */
export async function shareImage(config: FunnelConfig, card: ShareCard): Promise<Buffer> {
  const colors = config.brand.colors.light;
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${shareSize.width}" height="${shareSize.height}">`,
    rect(0, 0, shareSize.width, shareSize.height, colors.paper),
    ruler(colors),
    brandLine(config),
    words(card, colors),
    scale("Readiness", readinessZones, edge, colors.accent, colors),
    scale("Team Sustainability Risk", loadZones, edge + scaleWidth + 56, colors.caution, colors),
    "</svg>",
  ].join("");
  return sharp(Buffer.from(svg)).png({ palette: true, colours: 32, effort: 10 }).toBuffer();
}

/** Returns the logo on a tile of the brand color: for search engines, and for the home screen of a phone. */
export async function logoTile(config: FunnelConfig, size: number): Promise<Buffer> {
  const { accent, onAccent } = config.brand.colors.light;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-6 -6 36 36" width="${size}" height="${size}"><path d="M-6-6h36v36H-6z" fill="${accent}"/><path d="${config.brand.logoPath}" fill="none" stroke="${onAccent}" stroke-width="1.8" stroke-linejoin="round" stroke-linecap="round"/></svg>`;
  return sharp(Buffer.from(svg)).png({ palette: true, colours: 16, effort: 10 }).toBuffer();
}
