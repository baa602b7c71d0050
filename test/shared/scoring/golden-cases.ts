import { readFileSync } from "node:fs";
import { z } from "zod";
import { industries } from "#shared/edition.ts";
import type { Scorecard } from "#shared/scoring/scorecard.ts";
import { answerSchema } from "#shared/submission.ts";

const caseSchema = z.object({
  name: z.string(),
  industry: z.enum(industries),
  infrastructurePeople: z.number(),
  answers: z.record(z.string(), answerSchema),
  expected: z.custom<Partial<Scorecard>>((value) => typeof value === "object"),
});

const fixture = new URL("../../fixtures/golden-assessments.json", import.meta.url);

/** Expected scorecards for given answers, worked out independently of the code. */
export const goldenCases = z
  .object({ cases: z.array(caseSchema) })
  .parse(JSON.parse(readFileSync(fixture, "utf8"))).cases;

/** Returns the golden case of this name. */
export function goldenCase(name: string) {
  const found = goldenCases.find((one) => one.name === name);
  if (found === undefined) throw new Error(`There is no golden case "${name}".`);
  return found;
}
