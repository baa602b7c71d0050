import { z } from "zod";
import { industries } from "#shared/edition.ts";
import { currentEdition } from "#shared/questions/index.ts";
import { fillSlots, slotNames, unknownSlots } from "./landing-slots.ts";

const copy = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .refine((text) => unknownSlots(text).length === 0, {
      error: ({ input }) =>
        `{${unknownSlots(String(input)).join("}, {")}} is no slot; use {${slotNames.join("}, {")}}`,
    })
    .refine((text) => !/\b(compliant|certified|guaranteed)\b/i.test(text), {
      error: "must not say compliant, certified or guaranteed",
    })
    .transform(fillSlots);

const shownSchema = z.discriminatedUnion("kind", [
  /** The first list of a sample's plan. */
  z.strictObject({ kind: z.literal("plan"), sample: z.string(), heading: copy(60), caption: copy(160) }),
  /** The first page of a sample: both scores, range, open questions. */
  z.strictObject({ kind: z.literal("result"), sample: z.string(), heading: copy(60), caption: copy(160) }),
  /** A question of the edition with its answers and its reason. */
  z.strictObject({
    kind: z.literal("question"),
    questionId: z.enum(currentEdition.questions.map(({ id }) => id)),
    heading: copy(60),
    caption: copy(160),
  }),
]);

/** One landing page. The file name is its address: aviation-mro.yaml is served at /aviation-mro. */
export const landingSchema = z.strictObject({
  /** Chooses the questions the button leads to, the disclaimer and the words of the FAQ. */
  industry: z.enum(industries),
  /** Name in the footer and on the home page; leave out for a campaign page that nothing links to. */
  menu: copy(40).optional(),
  /** Browser title, without the brand name; unique. Longer ones are cut in search results. */
  title: copy(55),
  /** For search results; unique. */
  description: z.string().trim().min(60).max(160),
  headline: copy(90),
  /** One sentence under the headline. */
  line: copy(120),
  /** A first sentence before the line, where the page needs one. */
  opening: copy(120).optional(),
  pains: z
    .array(z.strictObject({ title: copy(60), text: copy(180) }))
    .min(2)
    .max(4),
  shown: shownSchema,
  rulesHeading: copy(60),
  /** A line under that heading. */
  rulesAside: copy(120).default("A few of those the report prints beside your answers"),
  /** Rules of the edition to print in full, by id. */
  ruleIds: z.array(z.enum(currentEdition.rules.map(({ id }) => id))).max(4),
  proofs: z.array(copy(160)).min(1).max(4),
  staysYours: copy(220),
  /** Text of the button. */
  button: copy(30),
});

export type Landing = z.infer<typeof landingSchema>;
