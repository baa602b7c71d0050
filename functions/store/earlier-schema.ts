/** An earlier assessment as it is kept with the one that is compared with it. */
import { z } from "zod";
import { scorecardSchema } from "#functions/store/scorecard-schema.ts";
import { industries } from "#shared/edition.ts";
import { stepOutcomes } from "#shared/progress/earlier.ts";
import { answerSchema } from "#shared/submission.ts";

export const earlierSchema = z.object({
  /** The assessment before, and the first of the row. */
  id: z.uuid(),
  firstId: z.uuid(),
  edition: z.string(),
  answers: z.record(z.string(), answerSchema),
  industry: z.enum(industries),
  infrastructurePeople: z.int(),
  scorecard: scorecardSchema,
  date: z.iso.date(),
  /** What somebody says became of a step of its plan. */
  outcomes: z.partialRecord(z.string(), z.enum(stepOutcomes)),
});
export type StoredEarlier = z.infer<typeof earlierSchema>;
