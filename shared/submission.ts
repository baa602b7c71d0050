/** The body of POST /api/assessments. Answers are checked against their edition by `checkAnswers`. */
import { z } from "zod";
import { headcounts, industries, regions } from "#shared/edition.ts";

/** Control characters, line ends, marks of direction, spaces without width, and halves of characters. */
const unprintable = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/gu;
const linkOrAddress = /:\/\/|www\.|@|\b[\w-]+\.(?:com|net|org|io|ru|cn|info|biz|xyz|top)\b|\w\.[a-z]{2,}\//i;
/** "evil.shop", but not "St.Mary", "S.p.A." or "co.ltd". */
const hostName = /[\w-]{3,}\.[a-z]{2,24}(?![\w.])/;
/** Nine digits or more, however they are grouped: a number that can be called from elsewhere. */
const phoneNumber = /(?:\d[ ().-]{0,2}){9}/;

/** Full-width letters and the like are read as what they stand for, so that they hide nothing. */
function namesWayToReachSomebody(text: string): boolean {
  const plain = text.normalize("NFKC");
  return [linkOrAddress, hostName, phoneNumber].some((pattern) => pattern.test(plain));
}

/** Text a visitor types about themselves: never a link, an address, a number to call or an invisible character. */
const plainText = (max: number) =>
  z
    .string()
    .trim()
    .max(max, `Use at most ${max} characters.`)
    .refine((text) => text.search(unprintable) < 0, "Remove line breaks and invisible characters.")
    .refine((text) => !namesWayToReachSomebody(text), "Leave out links, addresses and phone numbers.");

const addressLike = "Enter an email address like name@company.com.";

/** Mail servers know a domain such as bücher.example by its ASCII name only; what is no domain stays as it is. */
function withAsciiDomain(address: string): string {
  const at = address.lastIndexOf("@") + 1;
  const domain = address.slice(at);
  const foreign = /^[\p{L}\p{M}\p{N}.-]+$/u.test(domain) && !/^[a-z0-9.-]+$/i.test(domain);
  const url = `http://${domain}`;
  return foreign && URL.canParse(url) ? address.slice(0, at) + new URL(url).hostname : address;
}

/** At most 64 characters before the @, no dot at their ends or doubled; a domain with a dot, and no bare IP address. */
const deliverable = /^(?=[^@]{1,64}@)[^.@]+(?:\.[^.@]+)*@(?:[a-z0-9-]+\.)+(?:[a-z]{2,63}|xn--[a-z0-9-]+)$/i;

const email = z
  .string()
  .trim()
  .min(1, "Enter your email address.")
  .max(254, "Use an address of at most 254 characters.")
  .overwrite(withAsciiDomain)
  .pipe(z.email({ message: addressLike, pattern: z.regexes.html5Email }))
  .refine((address) => deliverable.test(address), addressLike);

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
  role: plainText(80).pipe(z.string().min(1, "Choose your role.")),
  region: z.enum(regions, { error: "Choose your region." }),
  salary: z
    .number({ error: "Enter a yearly salary as a number, or leave it empty." })
    .min(1, "Enter a salary above 0, or leave it empty.")
    .max(10_000_000, "Enter a salary of at most 10,000,000.")
    .optional(),
});

export const contactSchema = z.strictObject({
  email,
  organisation: plainText(80).pipe(z.string().min(1, "Enter your organization's name.")),
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
  /** From opening the form to pressing Send, as the client measured it; left out where it does not know. */
  secondsTaken: z.number().min(0).optional(),
});

export type Submission = z.infer<typeof submissionSchema>;
export type Contact = z.infer<typeof contactSchema>;
export type Consent = z.infer<typeof consentSchema>;
