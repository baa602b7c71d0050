/** The scorecard as stored and answered: checked when read, described in the OpenAPI document. */
import { z } from "zod";
import { causeIds, domainIds } from "#shared/edition.ts";
import type { Scorecard } from "#shared/scoring/scorecard.ts";

const percent = z.int().min(0).max(100);
const causeState = z.enum(["scored", "not applicable", "not known"]);
const everyCause = <Value extends z.ZodType>(value: Value) => z.record(z.enum(causeIds), value);

export const scorecardSchema = z.object({
  edition: z.string(),
  domains: z.partialRecord(z.enum(domainIds), percent),
  domainRanges: z.partialRecord(z.enum(domainIds), z.object({ low: percent, high: percent })),
  overall: percent.nullable(),
  low: percent.nullable(),
  high: percent.nullable(),
  level: z.enum(["Exposed", "Reactive", "Managed", "Resilient", "Proven"]).nullable(),
  flags: z.array(z.string()),
  coverage: z.number().min(0).max(1),
  confidence: z.enum(["High", "Medium", "Low"]).nullable(),
  tsr: percent.nullable(),
  tsrState: z.enum(["scored", "not enough information", "not applicable"]),
  band: z.enum(["Sustainable", "Watch", "Strained", "Unsustainable"]).nullable(),
  causes: everyCause(percent.nullable()),
  causeStates: everyCause(causeState),
  signals: percent.nullable(),
  held: z.boolean(),
  heldBy: z.array(z.string()),
  overallCap: z
    .object({
      cap: z.union([z.literal(44), z.literal(64), z.literal(84)]),
      reason: z.enum(["two flags", "one flag", "held", "any flag"]),
      binding: z.boolean(),
    })
    .nullable(),
  uncapped: percent.nullable(),
  priorities: z.object({
    now: z.array(z.string()),
    next: z.array(z.string()),
    later: z.array(z.string()),
  }),
  furtherRecommendations: z.array(z.string()),
  nextSteps: z.array(z.string()),
}) satisfies z.ZodType<Scorecard>;
