/** How a section came out. */
export interface SectionFit {
  /** How full its fullest page is, as a share of the room; above 1 it runs over. */
  fill: number;
  typeScale: number;
}

/**
 * Scales to try for what does not fit, each with how far over its pages a section may run for it to be likely to be
 * enough; the second makes margins narrow as well. Text at its smallest size stays as it is: headings, larger text and
 * space give way, before a page is added.
 */
const closerScales = [
  { scale: 0.975, holds: 0.02 },
  { scale: 0.95, holds: 0.12 },
  { scale: 0.88, holds: 0.22 },
  { scale: 0.8, holds: Number.POSITIVE_INFINITY },
] as const;
/** Type is not set larger than this, to fill a page that has little to say. */
const largest = 1.22;
/** A page this full is left as it is. */
const wellFilled = 0.78;
/** What an enlarged page aims at; what is no text does not grow with it, so that it seldom overflows. */
const aim = 0.92;
const leastGrowth = 0.03;
/** A page less full than this is better shared. */
const halfEmpty = 0.6;
/** Up to so much of a page is made to fit by setting it closer. */
const closest = 1.12;

/** Returns the next closer scale for a section that runs over its pages, or null when it is set as close as can be read. */
export function closerScale({ fill, typeScale }: SectionFit): number | null {
  const open = closerScales.filter(({ scale }) => scale < typeScale);
  return (open.find(({ holds }) => fill - 1 <= holds) ?? open.at(-1))?.scale ?? null;
}

/** Returns the larger scale at which a section fills its pages better, or null when they are full enough. */
export function largerScale({ fill, typeScale }: SectionFit): number | null {
  if (fill >= wellFilled) return null;
  const larger = Math.min(largest, typeScale * Math.sqrt(aim / Math.max(fill, 0.1)));
  return larger >= typeScale + leastGrowth ? larger : null;
}

/** True when two sections that fill so much of a page each should share one: one of them alone would leave it half empty. */
export function joinsOnOnePage(one: number, other: number): boolean {
  return Math.min(one, other) < halfEmpty && one + other <= closest;
}
