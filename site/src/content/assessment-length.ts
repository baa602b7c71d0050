import type { Industry } from "#shared/edition.ts";
import { currentEdition } from "#shared/questions/index.ts";
import { minutes, questionCount } from "#shared/reading-time.ts";

/**
 * Returns how many questions the core path asks, profile included, and its reading time in minutes, rounded up.
 * @param industry left out where the visitor's is not known yet: then one that has questions of its own
 */
export function assessmentLength(industry: Industry = "aviation"): { questions: number; minutes: number } {
  return {
    questions: questionCount(currentEdition, industry, "core"),
    minutes: minutes(currentEdition, industry, "core"),
  };
}
