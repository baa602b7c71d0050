/** What another system is sent about a lead: one schema checks it, is published and describes every field. */
import { z } from "zod";
import { headcounts, industries, regions } from "#shared/edition.ts";
import { leadStatuses } from "#shared/sales/lead-status.ts";

export const webhookEvents = ["lead.created", "lead.confirmed", "lead.changed", "lead.erased"] as const;
export type WebhookEvent = (typeof webhookEvents)[number];

/** Grows when a field changes its meaning or goes; a new field alone does not change it. */
export const webhookVersion = 1;

const score = z.int().min(0).max(100).nullable();

const leadSchema = z
  .object({
    id: z.uuid().describe("The same in every message about this lead."),
    createdAt: z.iso.datetime(),
    status: z.enum(leadStatuses).describe("What sales made of it."),
    grade: z.enum(["A", "B", "C", "D"]).nullable().describe("null for a suppressed address."),
    gradeReasons: z.array(z.string()).describe("A line each for fit, need and intent, then any gate."),
    outreach: z
      .enum(["none", "write once", "call or write"])
      .describe("How they may be reached. With none, no address and no number is sent."),
    email: z.string().nullable(),
    phone: z.string().nullable(),
    name: z.string().nullable(),
    organisation: z.string(),
    role: z.string(),
    industry: z.enum(industries),
    headcount: z.enum(headcounts),
    region: z.enum(regions),
    infrastructurePeople: z.int().describe("People who run infrastructure; 0: nobody in-house."),
    followUps: z.boolean().describe("They asked for follow-up mails."),
    confirmed: z.boolean().describe("Somebody who reads the mailbox pressed the button."),
    source: z.object({
      page: z.string().nullable(),
      utm_source: z.string().nullable(),
      utm_medium: z.string().nullable(),
      utm_campaign: z.string().nullable(),
    }),
    readiness: z.object({
      overall: score.describe("null: too few answers for a number."),
      low: score,
      high: score,
      level: z.enum(["Exposed", "Reactive", "Managed", "Resilient", "Proven"]).nullable(),
    }),
    redFlags: z.int(),
    loadBand: z
      .enum(["Sustainable", "Watch", "Strained", "Unsustainable"])
      .nullable()
      .describe("From teams of five people up; null below, and where it is not known."),
    reportUrl: z.url().describe("Private: whoever holds it can read the report."),
  })
  .meta({ id: "Lead" });
export type WebhookLead = z.infer<typeof leadSchema>;

const envelope = {
  version: z.literal(webhookVersion),
  timestamp: z.iso.datetime().describe("When it happened, not when it was sent."),
};

/** The body of a webhook. Receivers ignore fields they do not know. */
export const leadEventSchema = z
  .discriminatedUnion("type", [
    z.object({ type: z.literal("lead.created"), ...envelope, data: leadSchema }),
    z.object({ type: z.literal("lead.confirmed"), ...envelope, data: leadSchema }),
    z.object({ type: z.literal("lead.changed"), ...envelope, data: leadSchema }),
    z.object({
      type: z.literal("lead.erased"),
      ...envelope,
      data: z.object({ id: z.uuid() }).describe("Erase what you hold under this id."),
    }),
  ])
  .meta({
    title: "Lead event",
    description: "Signed by Standard Webhooks; webhook-id is the same at every retry.",
  });
export type LeadEvent = z.infer<typeof leadEventSchema>;

/** Returns the published JSON Schema (draft 2020-12) of every webhook body. */
export function leadEventJsonSchema() {
  // As input, so that a receiver which checks against it keeps working when a field is added.
  return z.toJSONSchema(leadEventSchema, { io: "input" });
}
