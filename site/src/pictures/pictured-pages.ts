import type { Industry } from "#shared/edition.ts";

/** Samples whose pages the site shows; `npm run samples` takes the pictures. */
export const picturedSamples = ["aviation", "laboratory", "export"] as const;
export type PicturedSample = (typeof picturedSamples)[number];

/** Pages of the report that say most at a glance. */
export const picturedPages = [2, 4, 7] as const;
export type PicturedPage = (typeof picturedPages)[number];

export const pageCaptions: Record<PicturedPage, { title: string; text: string }> = {
  2: { title: "Where you stand", text: "Both scores with their ranges, and the one decision to take." },
  4: { title: "What to do first", text: "Each step with the answer behind it, its proof and its owner." },
  7: {
    title: "How the work is carried",
    text: "Five causes and the rota. Conditions of work, never a person.",
  },
};

/** Returns the sample of an industry; without one of its own, the repair station. */
export function sampleOf(industry: Industry): PicturedSample {
  return picturedSamples.find((sample) => sample === industry) ?? "aviation";
}
