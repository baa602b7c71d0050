import { ample, isAmple } from "#functions/pdf/theme.ts";

/** How a section came out: on how many pages, and how full the last of them is, 0..1. */
export interface SectionFit {
  /** Pages it is designed for. */
  wanted: number;
  taken: number;
  lastFill: number;
  typeScale: number;
}

/**
 * Scales to try for what does not fit, from the first step, which makes margins narrow as well, to the last before a
 * page is added. Text at its smallest size stays as it is: headings, larger text and space give way.
 */
const denserScales = [0.95, 0.88, 0.8] as const;
/** How far over its pages a section may run for the next step to be likely to be enough, in pages. */
const stepHolds = 0.12;
/** Type is not set larger than this, to fill a page that has little to say. */
const largest = 1.16;
/** A page this full is left as it is. */
const wellFilled = 0.82;
/** What an enlarged page aims at; what is no text does not grow with it, so that it seldom overflows. */
const aim = 0.93;
const leastGrowth = 0.03;
/** What is tried when an enlarged section overflows: spread out as little as can be, then only larger, then as it was. */
function lessLarge(typeScale: number): number {
  if (typeScale > ample) return ample;
  return isAmple(typeScale) ? (1 + ample) / 2 : 1;
}

function denser({ wanted, taken, lastFill, typeScale }: SectionFit): number | null {
  const open = denserScales.filter((scale) => scale < typeScale);
  const over = taken - 1 + lastFill - wanted;
  return open[Math.floor(over / stepHolds)] ?? open.at(-1) ?? null;
}

/**
 * Returns the scale to set a section's type at next, or null when it fits as well as it can:
 * smaller while it takes more pages than wanted, larger while its last page is far from full.
 * @param isFirst a section is only enlarged at its first laying out
 */
export function nextScale(fit: SectionFit, isFirst: boolean): number | null {
  const { taken, wanted, lastFill, typeScale } = fit;
  if (taken > wanted) return typeScale > 1 ? lessLarge(typeScale) : denser(fit);
  if (!isFirst || taken < wanted || lastFill >= wellFilled) return null;
  const filled = taken - 1 + lastFill;
  const larger = Math.min(largest, typeScale * Math.sqrt((taken - 1 + aim) / Math.max(filled, 0.1)));
  return larger >= typeScale + leastGrowth ? larger : null;
}
