import { z } from "zod";
import { headcounts, industries, regions } from "#shared/edition.ts";
import { answerSchema } from "#shared/submission.ts";

/** An invented set of answers from which samples are drawn. It is nobody's. */
export const sampleSchema = z.strictObject({
  /** Printed under the drawing, before "Sample, not a customer." */
  name: z.string().min(1),
  industry: z.enum(industries),
  infrastructurePeople: z.int().min(0),
  headcount: z.enum(headcounts),
  region: z.enum(regions),
  /** The day printed on the report. */
  date: z.iso.date(),
  answers: z.record(z.string(), answerSchema),
});
