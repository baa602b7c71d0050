import type { Band, ReadinessLevel, Scorecard } from "#shared/scoring/scorecard.ts";

/** Points of an answer, L0 to L3. */
export const levelPoints = [0, 35, 70, 100] as const;

/** Points of a technical "I don't know yet" in the headline. */
export const unknownPoints = 20;

const levels: readonly [from: number, level: ReadinessLevel][] = [
  [85, "Proven"],
  [65, "Resilient"],
  [45, "Managed"],
  [25, "Reactive"],
  [0, "Exposed"],
];

const bands: readonly [from: number, band: Band][] = [
  [70, "Unsustainable"],
  [50, "Strained"],
  [30, "Watch"],
  [0, "Sustainable"],
];

/** From which coverage a score has which confidence; below the last, no number is shown. */
export const confidences: readonly [from: number, confidence: NonNullable<Scorecard["confidence"]>][] = [
  [0.85, "High"],
  [0.6, "Medium"],
  [0.4, "Low"],
];

function firstFrom<Name>(steps: readonly [number, Name][], value: number): Name | null {
  return steps.find(([from]) => value >= from)?.[1] ?? null;
}

/** Returns the level of a printed readiness score. */
export function readinessLevel(printed: number): ReadinessLevel {
  return firstFrom(levels, printed) ?? "Exposed";
}

/** Returns the band of a printed Team Sustainability Risk. */
export function riskBand(printed: number): Band {
  return firstFrom(bands, printed) ?? "Sustainable";
}

/** Returns the confidence of a coverage between 0 and 1; null below 0.4, where no number is shown. */
export function confidenceOf(coverage: number): Scorecard["confidence"] {
  return firstFrom(confidences, coverage);
}
