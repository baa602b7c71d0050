/** Who is told about leads, and how: the part of funnel.config.ts behind the sales notices. */
import { z } from "zod";
import { industries, regions } from "#shared/edition.ts";
import type { Profile } from "#shared/profile.ts";

export const recipientsSchema = z.array(z.email()).min(1, "name at least one recipient");

const routeSchema = z
  .strictObject({
    /** Left out: every industry. */
    industries: z.array(z.enum(industries)).min(1).optional(),
    /** Left out: every region. */
    regions: z.array(z.enum(regions)).min(1).optional(),
    recipients: recipientsSchema,
  })
  .refine((route) => route.industries !== undefined || route.regions !== undefined, {
    message: "name industries, regions or both; sales.recipients are for all the others",
  });

/** The first route that fits a lead decides. */
export const routesSchema = z.array(routeSchema);

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}

export const noticesSchema = z.strictObject({
  /** Also tell a Slack channel; its incoming webhook is SLACK_WEBHOOK_URL in the environment. */
  slack: z.boolean().default(false),
  /** Also tell a Microsoft Teams channel; its workflow address is TEAMS_WEBHOOK_URL in the environment. */
  teams: z.boolean().default(false),
  /** Tell again of a grade A lead that is still "new" after so many hours; null: never. */
  responseClock: z
    .strictObject({
      hours: z.number().min(0.25).max(168),
      /** Left out: whoever was told of the lead. */
      recipients: recipientsSchema.optional(),
    })
    .nullable()
    .default(null),
  /** One mail a day to sales.recipients with what came in and what waits; null: none. */
  dailyDigest: z
    .strictObject({
      hour: z.int().min(0).max(23),
      timeZone: z.string().refine(isTimeZone, "must be a time zone such as America/New_York"),
    })
    .nullable()
    .default(null),
});
export type Notices = z.infer<typeof noticesSchema>;

interface Routing {
  recipients: readonly string[];
  routes: z.infer<typeof routesSchema>;
}

/** Returns who is told about a lead: the recipients of the first route that fits, otherwise those for all. */
export function recipientsFor(
  { recipients, routes }: Routing,
  { industry, region }: Pick<Profile, "industry" | "region">,
): readonly string[] {
  const fits = <Value>(allowed: readonly Value[] | undefined, value: Value) =>
    allowed === undefined || allowed.includes(value);
  const route = routes.find((one) => fits(one.industries, industry) && fits(one.regions, region));
  return route?.recipients ?? recipients;
}
