import { z } from "zod";

/** Days that CloudWatch can keep a log for. */
const logDays = [7, 14, 30, 60, 90, 180, 365] as const;

const firewallSchema = z.union([
  z.enum(["none", "create"]),
  z
    .string()
    .regex(
      /^arn:aws[\w-]*:wafv2:us-east-1:\d{12}:global\/webacl\/[\w-]+\/[\w-]+$/,
      'must be "none", "create", or the ARN of a web ACL for CloudFront',
    ),
]);

const secretVersion = z.string().regex(/^[\w-]{32,64}$/, "must be a version id, as Secrets Manager lists it");

const handOverSchema = z.strictObject({
  /**
   * ARN of a secret in Secrets Manager, made by hand, with a field for each thing asked for: SLACK_WEBHOOK_URL,
   * TEAMS_WEBHOOK_URL, WEBHOOK_URL, WEBHOOK_SECRET, CAL_WEBHOOK_SECRET, CALENDLY_WEBHOOK_SECRET, DKIM_PRIVATE_KEY,
   * DKIM_SELECTOR.
   */
  secretArn: z
    .string()
    .regex(/^arn:aws[\w-]*:secretsmanager:[\w-]+:\d{12}:secret:[\w/+=.@-]+$/, "must be the ARN of a secret"),
  /** Version of it to use; with another one here, the next deployment takes its values. */
  secretVersion,
  /** Calendars that tell of booked meetings. */
  bookings: z.array(z.enum(["cal", "calendly"])),
  /** Signs follow-ups with a DKIM key of our own, beside that of SES (functions/mail/sender-rules.md says why and how). */
  signsFollowUps: z.boolean().default(false),
});

const signInSchema = z.strictObject({
  /** Address of the OpenID Connect issuer, as its discovery document names it. */
  issuer: z.url({ protocol: /^https$/ }),
  /** The console at that issuer: a public client (code with PKCE) that returns to /console/signed-in of the site. */
  clientId: z.string().min(1, "must be the id of the client"),
  /** The claim of the ID token that lists groups or roles. */
  groupsClaim: z.string().min(1).default("groups"),
  /** Names of the groups that may use the console. */
  salesGroup: z.string().min(1).default("sales"),
  adminGroup: z.string().min(1).default("admin"),
});
export type SignInConfig = z.infer<typeof signInSchema>;

const stageSchema = z.strictObject({
  /** AWS account the stage belongs to; null takes the one whoever deploys is signed in to. */
  account: z
    .string()
    .regex(/^\d{12}$/, "must have 12 digits")
    .nullable(),
  /** Region of everything but the distribution. Keep it in line with privacy.storageRegion, which visitors read. */
  region: z.string().regex(/^[a-z]{2}(-[a-z]+)+-\d$/, "must be a region such as us-east-1"),
  /** Public address of this stage; null takes brand.siteUrl. */
  siteUrl: z
    .url({ protocol: /^https$/ })
    .refine((url) => !url.endsWith("/"), "must not end with /")
    .nullable(),
  /** ACM certificate for the host of that address; null leaves the site at its CloudFront address. */
  certificateArn: z
    .string()
    .regex(
      /^arn:aws[\w-]*:acm:us-east-1:\d{12}:certificate\/[\w-]+$/,
      "must name a certificate in us-east-1, where CloudFront looks for it",
    )
    .nullable(),
  /** "create" makes a web ACL (from about 8 dollars a month, region us-east-1 only); an ARN uses one you have. */
  firewall: firewallSchema,
  /** "existing" where the sending domains are set up in this account already, by another stage for example. */
  mailIdentities: z.enum(["create", "existing"]),
  /** Who is mailed when an alarm goes off or the budget is passed. Each has to confirm a mail from AWS once. */
  alarmRecipients: z.array(z.email()).min(1, "name at least one recipient"),
  /** Alarm recipients are told when a month costs more dollars than this. */
  monthlyBudgetDollars: z.number().min(1),
  /** Mails a second that SES allows this account; it says so under "Account dashboard". */
  mailsPerSecond: z.int().min(1).max(500),
  /** Logs are deleted after so many days. */
  logDays: z.literal(logDays),
  /**
   * Version ids of the replaceable secrets; null takes those the stack was created with. `npm run rotate` makes a new
   * version and prints its id; the one before stays valid beside it.
   */
  signingSecretVersion: secretVersion.nullable(),
  originSecretVersion: secretVersion.nullable(),
  /** Where addresses and secrets of other systems are kept; null where no other system is told or listened to. */
  handOver: handOverSchema.nullable(),
  /** Who signs people in to the console; null makes a Cognito user pool for them. */
  signIn: signInSchema.nullable().default(null),
});

/** Where the funnel is deployed: one entry a stage. */
export const deploymentSchema = z.strictObject({ dev: stageSchema, prod: stageSchema });

export type StageConfig = z.infer<typeof stageSchema>;
