import { readFileSync } from "node:fs";
import { z } from "zod";
import { headcounts, industries, regions } from "#shared/edition.ts";
import { answerSchema } from "#shared/submission.ts";

const ids = z.array(z.string());
const answers = z.record(z.string(), answerSchema);
const figures = (value: z.ZodType<number | null>) =>
  z.object({ low: z.number(), planning: value, high: z.number() }).nullable();
const need = z.object({
  flags: z.number(),
  band: z.enum(["Sustainable", "Watch", "Strained", "Unsustainable"]).nullable(),
  level: z.enum(["Exposed", "Reactive", "Managed", "Resilient", "Proven"]).nullable(),
  yes: z.number(),
  shared: z.number(),
});

const caseSchema = z.object({
  name: z.string(),
  answers,
  industry: z.enum(industries),
  infrastructurePeople: z.number().nullable(),
  plan: z.object({ 30: ids, 90: ids, 365: ids }),
  whatIf: z.object({ 30: answers, 90: answers, 365: answers }),
  best: z.object({ overall: ids.nullable(), tsr: ids.nullable() }),
  spare: figures(z.number().nullable()),
  fit: figures(z.number().nullable()),
  fitHanded: figures(z.number().nullable()),
  needHours: z.tuple([z.number(), z.number()]).nullable(),
  sentence: z.string(),
  need,
  team: z.string(),
  openers: z.array(z.tuple([z.string(), z.string()])),
  doNotSay: z.string(),
});

const leadSchema = z.object({
  industry: z.enum(industries),
  headcount: z.enum(headcounts),
  infrastructurePeople: z.number(),
  role: z.enum(["decides", "runs", "other"]),
  region: z.enum(regions),
  need,
  intent: ids,
  reportOnly: z.boolean(),
  phone: z.boolean(),
  outreach: z.string(),
  result: z.object({
    grade: z.string(),
    fit: z.number(),
    need: z.number(),
    intent: z.number(),
    total: z.number(),
    summary: z.string(),
    reasons: ids,
  }),
});

const fixture = new URL("../../fixtures/models.json", import.meta.url);

/** Expected results of the three models, worked out independently of the code. */
export const modelFixture = z
  .object({
    moves: z.record(
      z.string(),
      z.record(z.string(), z.array(z.union([z.number(), z.literal("+1"), z.null()]))),
    ),
    tables: z.object({
      titles: z.record(z.string(), z.string()),
      tact: z.string(),
      doNotSay: z.record(z.string(), z.string()),
      ask: z.record(z.string(), z.string()),
    }),
    cases: z.array(caseSchema),
    leads: z.array(leadSchema),
  })
  .parse(JSON.parse(readFileSync(fixture, "utf8")));

/** Returns the case of this name. */
export function modelCase(name: string) {
  const found = modelFixture.cases.find((model) => model.name === name);
  if (found === undefined) throw new Error(`No case named "${name}".`);
  return found;
}
