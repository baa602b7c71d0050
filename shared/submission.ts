/** The body of POST /api/assessments. Answers are checked against their edition by `checkAnswers`. */
import { z } from "zod";
import { headcounts, industries, regions } from "#shared/edition.ts";
import { unprintableMessage } from "#shared/printable-letters.ts";

const controlOrBidi = /[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;
const linkOrAddress = /:\/\/|www\.|@|\b[\w-]+\.(?:com|net|org|io|ru|cn|info|biz|xyz|top)\b/i;

/** Text a visitor types about themselves: never a link, an address or an invisible character. */
const plainText = (max: number) =>
  z
    .string()
    .trim()
    .max(max, `Use at most ${max} characters.`)
    .refine((text) => !controlOrBidi.test(text), "Remove line breaks and invisible characters.")
    .refine((text) => !linkOrAddress.test(text), "Leave out links and addresses.");

/** Text that is printed in the report. */
const printedText = (max: number) =>
  plainText(max).refine((text) => unprintableMessage(text) === null, {
    error: ({ input }) => unprintableMessage(String(input)) ?? "",
  });

const email = z
  .string()
  .trim()
  .min(1, "Enter your email address.")
  .max(254, "Use an address of at most 254 characters.")
  .pipe(z.email({ message: "Enter an email address like name@company.com.", pattern: z.regexes.html5Email }));

// One literal each: the OpenAPI generator prints only the first value of a literal with several.
export const answerSchema = z.union(
  [z.literal(0), z.literal(1), z.literal(2), z.literal(3), z.literal("unknown"), z.literal("na")],
  { error: 'Answer with 0, 1, 2, 3, "unknown" or "na".' },
);

export const profileSchema = z.strictObject({
  industry: z.enum(industries, { error: "Choose your industry." }),
  headcount: z.enum(headcounts, { error: "Choose how many people work at your organization." }),
  infrastructurePeople: z
    .int({ error: "Enter a whole number of people, 0 to 10,000." })
    .min(0, "Enter 0 or more people.")
    .max(10_000, "Enter at most 10,000 people."),
  role: printedText(80).pipe(z.string().min(1, "Choose your role.")),
  region: z.enum(regions, { error: "Choose your region." }),
  salary: z
    .number({ error: "Enter a yearly salary as a number, or leave it empty." })
    .min(1, "Enter a salary above 0, or leave it empty.")
    .max(10_000_000, "Enter a salary of at most 10,000,000.")
    .optional(),
});

export const contactSchema = z.strictObject({
  email,
  organisation: printedText(80).pipe(z.string().regex(/[\p{L}\p{N}]/u, "Enter your organization's name.")),
  name: plainText(80).optional(),
  phone: z
    .string()
    .trim()
    .max(40, "Use at most 40 characters.")
    .regex(/^[+0-9 ()./xX-]*$/, "Enter a phone number with digits, spaces and + only, or leave it empty.")
    .optional(),
});

export const consentSchema = z.strictObject({
  followUps: z.boolean(),
  benchmark: z.boolean(),
  reportOnly: z.boolean(),
});

const campaign = z.string().trim().max(120).optional();

export const sourceSchema = z.strictObject({
  page: z.string().trim().max(200).optional(),
  utm_source: campaign,
  utm_medium: campaign,
  utm_campaign: campaign,
});

export const submissionSchema = z.strictObject({
  /** Made by the client; the same id again is the same submission. */
  submissionId: z.uuid({ error: "Send a submissionId that is a UUID." }),
  edition: z.string().max(20),
  answers: z.record(z.string().max(12), answerSchema),
  profile: profileSchema,
  contact: contactSchema,
  consent: consentSchema.default({ followUps: false, benchmark: false, reportOnly: false }),
  source: sourceSchema.default({}),
  /** Solved challenge of GET /api/challenge; without one the report is confirm-first. */
  proof: z.string().max(8_000).optional(),
});

export type Submission = z.infer<typeof submissionSchema>;
export type Contact = z.infer<typeof contactSchema>;
export type Consent = z.infer<typeof consentSchema>;
