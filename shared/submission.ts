/** The body of POST /api/assessments. Answers are checked against their edition by `checkAnswers`. */
import { z } from "zod";
import { headcounts, industries, regions } from "#shared/edition.ts";
import {
  asciiDomain,
  deliverable,
  emailPattern,
  fieldMessages,
  letterOrDigit,
  longest,
  mostPeople,
  namesWayToReachSomebody,
  phonePattern,
  unprintable,
} from "#shared/field-checks.ts";
import { unprintableMessage } from "#shared/printable-letters.ts";

/** Text a visitor types about themselves: never a link, an address, a number to call or an invisible character. */
const plainText = (max: number) =>
  z
    .string()
    .trim()
    .max(max, fieldMessages.length(max))
    .refine((text) => text.search(unprintable) < 0, fieldMessages.invisible)
    .refine((text) => !namesWayToReachSomebody(text), fieldMessages.link);

/** Text that is printed in the report. */
const printedText = (max: number) =>
  plainText(max).refine((text) => unprintableMessage(text) === null, {
    error: ({ input }) => unprintableMessage(String(input)) ?? "",
  });

const email = z
  .string()
  .trim()
  .min(1, fieldMessages.email)
  .max(longest.email, fieldMessages.emailLength)
  .overwrite(asciiDomain)
  .pipe(z.email({ message: fieldMessages.emailShape, pattern: emailPattern }))
  .refine((address) => deliverable.test(address), fieldMessages.emailShape);

// One literal each: the OpenAPI generator prints only the first value of a literal with several.
export const answerSchema = z.union(
  [z.literal(0), z.literal(1), z.literal(2), z.literal(3), z.literal("unknown"), z.literal("na")],
  { error: 'Answer with 0, 1, 2, 3, "unknown" or "na".' },
);

export const profileSchema = z.strictObject({
  industry: z.enum(industries, { error: fieldMessages.industry }),
  headcount: z.enum(headcounts, { error: fieldMessages.headcount }),
  infrastructurePeople: z
    .int({ error: fieldMessages.infrastructurePeople })
    .min(0, "Enter 0 or more people.")
    .max(mostPeople, "Enter at most 10,000 people."),
  role: printedText(longest.plain).pipe(z.string().min(1, fieldMessages.role)),
  region: z.enum(regions, { error: fieldMessages.region }),
  salary: z
    .number({ error: "Enter a yearly salary as a number, or leave it empty." })
    .min(1, "Enter a salary above 0, or leave it empty.")
    .max(10_000_000, "Enter a salary of at most 10,000,000.")
    .optional(),
});

export const contactSchema = z.strictObject({
  email,
  organisation: printedText(longest.plain).pipe(z.string().regex(letterOrDigit, fieldMessages.organisation)),
  name: plainText(longest.plain).optional(),
  phone: z
    .string()
    .trim()
    .max(longest.phone, fieldMessages.length(longest.phone))
    .regex(phonePattern, fieldMessages.phone)
    .optional(),
});

export const consentSchema = z.strictObject({
  followUps: z.boolean(),
  benchmark: z.boolean(),
  reportOnly: z.boolean(),
});

/** From an address that nobody typed: what cannot be printed is left out, never held against the visitor. */
const fromAddress = (max: number) =>
  z
    .string()
    .overwrite((text) => text.replace(unprintable, " ").trim())
    .max(max)
    .optional();
const campaign = fromAddress(120);

export const sourceSchema = z.strictObject({
  page: fromAddress(200),
  utm_source: campaign,
  utm_medium: campaign,
  utm_campaign: campaign,
});

/** The name of a time zone as browsers give it, "Europe/Paris"; one that nobody knows does no harm. */
export const timeZoneSchema = z
  .string()
  .max(60)
  .regex(/^[A-Za-z0-9_+/-]+$/);

export const submissionSchema = z.strictObject({
  /** Made by the client; the same id again is the same submission. */
  submissionId: z.uuid({ error: "Send a submissionId that is a UUID." }),
  edition: z.string().max(20),
  answers: z.record(z.string().max(12), answerSchema),
  profile: profileSchema,
  contact: contactSchema,
  consent: consentSchema.default({ followUps: false, benchmark: false, reportOnly: false }),
  source: sourceSchema.default({}),
  /** Of the browser; sent where follow-ups are asked for, so that they come in business hours. */
  timeZone: timeZoneSchema.optional(),
  /** Solved challenge of GET /api/challenge; without one the report is confirm-first. */
  proof: z.string().max(8_000).optional(),
  /** From opening the form to pressing Send, as the client measured it; left out where it does not know. */
  secondsTaken: z.number().min(0).optional(),
});

export type Submission = z.infer<typeof submissionSchema>;
export type Contact = z.infer<typeof contactSchema>;
export type Consent = z.infer<typeof consentSchema>;
