/** Labeled sample leads, the same for the same number and day: golden answers, made-up contacts, a life since. */
import { createHash } from "node:crypto";
import { afterSuppression, newLead } from "#functions/leads/lead-changes.ts";
import { addressKey } from "#functions/store/addresses.ts";
import { type Assessment, isOpen, owedStep, type Step } from "#functions/store/assessment-item.ts";
import type { Answers, Industry, Region } from "#shared/edition.ts";
import { headcounts } from "#shared/edition.ts";
import type { FunnelConfig } from "#shared/funnel-config.ts";
import { roles } from "#shared/profile.ts";
import { currentEdition } from "#shared/questions/index.ts";
import { score } from "#shared/scoring/score.ts";
import golden from "../../test/fixtures/golden-assessments.json" with { type: "json" };
import { type Chance, chanceOf } from "./chance.ts";
import { acted, livedThrough } from "./sample-life.ts";

export interface SampleOptions {
  now: Date;
  /** Leads are spread over so many days. */
  days: number;
  /** So many leads there are in all; number 0 is the newest. */
  count: number;
  addressSecret: string;
  config: FunnelConfig;
}

/** Most visitors come from the industries the site speaks to. */
const samples = golden.cases.flatMap((one) => (one.industry === "other" ? [one] : [one, one]));

const kinds: Record<Industry, string> = {
  aviation: "repair station",
  laboratory: "laboratory",
  export: "exporter",
  other: "workshop",
};

const pages: Record<Industry, readonly string[]> = {
  aviation: ["/aviation-mro", "/aviation-mro", "/on-call-calculator"],
  laboratory: ["/testing-labs", "/testing-labs", "/"],
  export: ["/export-compliance", "/export-compliance", "/team-sustainability"],
  other: ["/", "/team-sustainability"],
};

const campaigns = ["", "", "newsletter", "audit-season", "on-call-post"] as const;
const regions: readonly Region[] = ["us", "us", "us", "us", "eu", "uk", "other"];

function sampleId(number: number): string {
  const digits = createHash("sha256").update(`sample lead ${number}`).digest("hex");
  return `${digits.slice(0, 8)}-${digits.slice(8, 12)}-8${digits.slice(13, 16)}-8${digits.slice(17, 20)}-${digits.slice(20, 32)}`;
}

/** On working days and in working hours, as most leads are. */
function cameAt(number: number, { now, days, count }: SampleOptions, chance: Chance): Date {
  const age = (number + chance.share()) / count;
  const day = new Date(now.getTime() - age * days * 86_400_000);
  const weekend = day.getUTCDay() % 6 === 0 && chance.share() < 0.8;
  if (weekend) day.setUTCDate(day.getUTCDate() - 2);
  day.setUTCHours(12 + chance.below(10), chance.below(60), chance.below(60), number % 1000);
  return day < now ? day : new Date(now.getTime() - 1_000 * (1 + chance.below(3_600)));
}

type Fate = "failed" | "suspected" | "bounced" | "well";

const ends: Record<Fate, Pick<Step, "state" | "attempts" | "lastError">> = {
  well: { state: "done", attempts: 1, lastError: null },
  failed: { state: "failed", attempts: 12, lastError: "ses-rejected" },
  bounced: { state: "bounced", attempts: 1, lastError: "bounced" },
  suspected: { state: "held", attempts: 0, lastError: null },
};

/** The mail that brings the report ends as the fate has it, everything else well. */
function settled(lead: Assessment, at: Date, fate: Fate): Assessment {
  const steps = lead.steps.map((step) => {
    if (!isOpen(step)) return step;
    const dueAt = new Date(at.getTime() + (fate === "failed" ? 400 : 1) * 60_000).toISOString();
    const isReport = step.name === "report" || step.name === "confirmation";
    return { ...step, dueAt, ...ends[isReport || fate === "suspected" ? fate : "well"] };
  });
  return { ...lead, steps };
}

function fateOf(chance: Chance): Fate {
  const share = chance.share();
  if (share < 0.02) return "failed";
  if (share < 0.05) return "suspected";
  return share < 0.08 ? "bounced" : "well";
}

function contactOf(number: number, industry: Industry, chance: Chance): Assessment["contact"] {
  const label = String(number + 1).padStart(3, "0");
  return {
    email: `person-${label}@sample-${label}.example`,
    organisation: `Sample ${kinds[industry]} ${label} (demonstration)`,
    ...(chance.share() < 0.7 ? { name: `Sample Person ${label}` } : {}),
    ...(chance.share() < 0.45 ? { phone: `+1 555 01${String(number % 100).padStart(2, "0")}` } : {}),
  };
}

function accepted(number: number, options: SampleOptions, chance: Chance, fate: Fate): Assessment {
  const sample = chance.oneOf(samples);
  const answers = sample.answers as unknown as Answers;
  const industry = sample.industry as Industry;
  const at = cameAt(number, options, chance);
  const profile = {
    industry,
    headcount: chance.oneOf([...headcounts, "50-249", "50-249"] as const),
    infrastructurePeople: sample.infrastructurePeople,
    role: chance.oneOf(roles.filter(({ group }) => group !== "other" || chance.share() < 0.3)).id,
    region: chance.oneOf(regions),
  };
  const contact = contactOf(number, industry, chance);
  const campaign = chance.oneOf(campaigns);
  const lead = {
    id: sampleId(number),
    edition: currentEdition.id,
    answers,
    profile,
    contact,
    consent: {
      followUps: chance.share() < 0.35,
      benchmark: chance.share() < 0.5,
      reportOnly: chance.share() < 0.12,
      at: at.toISOString(),
      wording: currentEdition.id,
    },
    source: {
      page: chance.oneOf(pages[industry]),
      ...(campaign === "" ? {} : { utm_source: "sample", utm_campaign: campaign }),
    },
    scorecard: score(currentEdition, answers, profile),
    status: "new" as const,
    actions: {},
    addressHash: addressKey(options.addressSecret, contact.email),
    ...(fate === "suspected" ? { suspected: { why: "too-fast" as const, at: at.toISOString() } } : {}),
    steps: [owedStep(chance.share() < 0.5 ? "report" : "confirmation", at)],
    lease: null,
    createdAt: at.toISOString(),
    expiresAt: Math.floor(at.getTime() / 1000) + 24 * 30 * 86_400,
    contentHash: `sample ${number}`,
    revision: 0,
  };
  return settled(newLead(lead, { config: untold(options.config), suppressed: false, now: at }), at, fate);
}

/** Nothing tells anybody of a sample lead. */
function untold(config: FunnelConfig): FunnelConfig {
  const notices = { slack: false, teams: false, responseClock: null, dailyDigest: null };
  return { ...config, sales: { ...config.sales, notices }, webhooks: { events: [] } };
}

export interface SampleLead {
  assessment: Assessment;
  /** Mail to it came back: its address is to be suppressed. */
  bounced: boolean;
}

/** Returns a sample lead as it stands today. */
export function sampleLead(number: number, options: SampleOptions): SampleLead {
  const chance = chanceOf(number);
  const fate = fateOf(chance);
  const came = accepted(number, options, chance, fate);
  if (fate === "suspected") return { assessment: came, bounced: false };
  const config = untold(options.config);
  if (fate === "bounced") {
    const at = new Date(Date.parse(came.createdAt) + 120_000);
    const assessment = { ...came, ...afterSuppression(came, { config, now: at }) };
    return { assessment, bounced: true };
  }
  const settle = (lead: Assessment, at: Date) => settled(lead, at, "well");
  const life = { chance, config, now: options.now, settle };
  return { assessment: livedThrough(acted(came, life), life), bounced: false };
}
