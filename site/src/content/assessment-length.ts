import type { Industry } from "#shared/edition.ts";
import { currentEdition } from "#shared/questions/index.ts";
import { minutes, questionCount } from "#shared/reading-time.ts";

/** Returns how many questions the core path asks, profile included, and its reading time in minutes, rounded up. */
export function assessmentLength(industry: Industry): { questions: number; minutes: number } {
  return {
    questions: questionCount(currentEdition, industry, "core"),
    minutes: minutes(currentEdition, industry, "core"),
  };
}
