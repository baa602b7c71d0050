import type { DocumentPages } from "#functions/pdf/report-context.ts";

/** How a section came out: on how many pages, and how full the last of them is, 0..1. */
export interface SectionFit {
  id: string;
  /** Pages it is designed for. */
  wanted: number;
  taken: number;
  lastFill: number;
  typeScale: number;
}

/** Type is never set smaller than this share of its size, so that the smallest stays readable. */
const smallest = 0.82;
/** Nor larger than this, to fill a page that has little to say. */
const largest = 1.16;
/** A page this full is left as it is. */
const wellFilled = 0.82;
const step = 0.045;

/** Returns each section's fit from where sections begin and how far pages are filled. */
export function sectionFits(
  sections: readonly { id: string; pages: number; joins: boolean }[],
  pages: DocumentPages,
  fills: readonly number[],
  typeScales: Readonly<Record<string, number>>,
): SectionFit[] {
  const opening = sections.filter((section) => !section.joins);
  return opening.map(({ id, pages: wanted }, index) => {
    const first = pages.sections[id] ?? 1;
    const following = opening[index + 1];
    const next = following ? (pages.sections[following.id] ?? first + 1) : fills.length + 1;
    return {
      id,
      wanted,
      taken: next - first,
      lastFill: fills[next - 2] ?? 0,
      typeScale: typeScales[id] ?? 1,
    };
  });
}

/**
 * Returns the scale to set a section's type at next, or null when it fits as well as it can:
 * smaller while it takes more pages than wanted, larger while its only page is far from full.
 * @param shrunk it has overflowed before, so it is not enlarged again
 */
export function nextScale(fit: SectionFit, shrunk: boolean): number | null {
  const { taken, wanted, lastFill, typeScale } = fit;
  if (taken > wanted) {
    const surplus = taken - wanted === 1 && lastFill < 0.2 ? step : 2 * step;
    return typeScale > smallest ? Math.max(smallest, typeScale - surplus) : null;
  }
  if (shrunk || taken < wanted || lastFill >= wellFilled || typeScale >= largest) return null;
  return Math.min(largest, typeScale + Math.max(step, (wellFilled - lastFill) / 3));
}
