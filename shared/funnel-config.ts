import { z } from "zod";
import { brandColorsSchema } from "#shared/brand/colors.ts";
import { contrastProblems } from "#shared/brand/contrast.ts";
import { deploymentSchema } from "#shared/deployment-config.ts";
import { regions } from "#shared/edition.ts";
import { unprintable } from "#shared/printable-letters.ts";
import { noticesSchema, recipientsSchema, routesSchema } from "#shared/sales/notice-config.ts";
import { webhookEvents } from "#shared/webhooks/lead-event.ts";

const oneLine = (max: number) =>
  z
    .string()
    .trim()
    .min(1, "must not be empty")
    .max(max, `must be at most ${max} characters`)
    .regex(/^[^\p{Cc}<>]*$/u, "must be one line without < or >");

/** One line that is printed in the report. */
const printedLine = (max: number) =>
  oneLine(max).refine((text) => unprintable(text).length === 0, {
    error: ({ input }) =>
      `must be without ${unprintable(String(input)).join(" ")}, which no font of the report has`,
  });

const brandSchema = z.strictObject({
  /** Company name as printed on every page, mail and report. */
  name: printedLine(60),
  /** Short form for the page header; the name when left out. */
  shortName: printedLine(30).optional(),
  /** One sentence under the name. */
  promise: oneLine(120),
  /** Where mail from us comes from by post; anti-spam law wants it in every mail. */
  postalAddress: oneLine(160),
  /** Public address of the site, without a trailing slash. */
  siteUrl: z.url({ protocol: /^https?$/ }).refine((url) => !url.endsWith("/"), "must not end with /"),
  /** An SVG path drawn in a 24 by 24 box, in the brand color. */
  logoPath: z.string().regex(/^[MmLlHhVvCcSsQqTtAaZz0-9 ,.-]+$/, "must be SVG path data"),
  colors: brandColorsSchema,
});

const mailSchema = z.strictObject({
  /** From address of requested mail: the report and the confirmation. */
  reportFrom: z.email(),
  /** From address of follow-up mail; another one, so that a complaint about either stays apart. */
  followUpFrom: z.email(),
  /** Where replies go. */
  replyTo: z.email(),
  /** Most requested mails to one address in 24 hours; the rest wait. */
  requestedPerAddressPerDay: z.int().min(1).max(20),
});

const salesSchema = z.strictObject({
  /** Who is told about each lead. */
  recipients: recipientsSchema,
  /** Who is told instead about the leads of an industry or a region; the first that fits decides. */
  routes: routesSchema.default([]),
  notices: noticesSchema.prefault({}),
  /** Completes "{salesPerson} at {brand} reads your answers". */
  salesPerson: oneLine(60),
  /** Page where a meeting can be booked, or null when there is none. */
  bookingUrl: z.url({ protocol: /^https$/ }).nullable(),
  /** Completes "we go through this plan in …". */
  meetingLength: printedLine(40),
  regionsServed: z.array(z.enum(regions)).min(1),
  regionsReachable: z.array(z.enum(regions)),
});

const webhooksSchema = z.strictObject({
  /** What another system is told; none: no webhook. WEBHOOK_URL and WEBHOOK_SECRET are in the environment. */
  events: z.array(z.enum(webhookEvents)),
});

const privacySchema = z.strictObject({
  /** Completes "Stored in …". */
  storageRegion: oneLine(60),
  /** Completes "opened only by …". */
  accessRoles: oneLine(80),
  /** Leads are deleted after this many months. */
  retentionMonths: z.int().min(1).max(60),
  /** Where questions about privacy go. */
  contact: z.email(),
});

const limitsSchema = z.strictObject({
  /** Submissions taken from one network source in an hour. SUBMISSIONS_PER_SOURCE_PER_HOUR overrides it locally. */
  submissionsPerSourcePerHour: z.int().min(1).max(10_000),
});

/**
 * The one file an operator edits. Parsed before every build, start and deployment;
 * a mistake stops there, naming field, expectation and what was found.
 */
export const funnelConfigSchema = z
  .strictObject({
    brand: brandSchema,
    mail: mailSchema,
    sales: salesSchema,
    webhooks: webhooksSchema.default({ events: [] }),
    privacy: privacySchema,
    limits: limitsSchema,
    followUps: z.strictObject({ enabled: z.boolean() }),
    deployment: deploymentSchema,
  })
  .superRefine((config, context) => {
    for (const message of contrastProblems(config.brand.colors))
      context.addIssue({ code: "custom", path: ["brand", "colors"], message });
    if (config.mail.reportFrom === config.mail.followUpFrom)
      context.addIssue({
        code: "custom",
        path: ["mail", "followUpFrom"],
        message: "must differ from mail.reportFrom",
      });
  });

export type FunnelConfig = z.infer<typeof funnelConfigSchema>;
export type FunnelConfigInput = z.input<typeof funnelConfigSchema>;

/** Raised for a funnel.config.ts that cannot be used; the message lists every field at fault. */
export class FunnelConfigError extends Error {
  override name = "FunnelConfigError";
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (value !== null && typeof value === "object" ? Reflect.get(value, key) : undefined),
    input,
  );
}

/**
 * Returns the configuration.
 * @throws FunnelConfigError naming each wrong field, what was expected and what was received
 */
export function parseFunnelConfig(input: unknown): FunnelConfig {
  const result = funnelConfigSchema.safeParse(input);
  if (result.success) return result.data;
  const lines = result.error.issues.map((issue) => {
    const received = JSON.stringify(valueAt(input, issue.path)) ?? "nothing";
    return `  ${issue.path.join(".") || "(file)"}: ${issue.message}; received ${received.slice(0, 120)}`;
  });
  throw new FunnelConfigError(`funnel.config.ts cannot be used:\n${lines.join("\n")}`);
}
