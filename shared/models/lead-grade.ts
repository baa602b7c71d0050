/**
 * Model C: 40 points for fit, 40 for need, 20 for their own acts; the sum and four gates give the letter.
 * Never used: health, any single people answer, guesses from a name, salary, phone, free text, opens,
 * followed links, device, hour.
 */
import type { Headcount, Industry, Region } from "#shared/edition.ts";
import { hidesPeople, type LeadNeed } from "#shared/models/lead-need.ts";
import { leadPoints } from "#shared/models/lead-points.ts";
import type { RoleGroup } from "#shared/profile.ts";

export type LeadLetter = "A" | "B" | "C" | "D";
export type LeadAction = keyof typeof leadPoints.intent.actions;
export type Reach = keyof typeof leadPoints.fit.region;
export type Outreach = "none" | "write once" | "call or write";

export interface Lead {
  industry: Industry;
  headcount: Headcount;
  /** null counts as missing. */
  infrastructurePeople: number | null;
  role: RoleGroup;
  reach: Reach;
  need: LeadNeed;
  /** What they did themselves; repeats count once. */
  actions: readonly LeadAction[];
  /** They asked that nobody from sales writes or calls. */
  reportOnly: boolean;
  /** They left a phone number: decides how to reach them, never the letter. */
  phone: boolean;
}

export interface LeadGrade {
  grade: LeadLetter;
  /** 0..40, 0..40, 0..20 and their sum. */
  fit: number;
  need: number;
  intent: number;
  total: number;
  /** Such as "strong fit, some need, not confirmed". */
  summary: string;
  /** A line each for fit, need and intent, then one for each gate that applied. */
  reasons: string[];
  outreach: Outreach;
}

const actionOrder = Object.keys(leadPoints.intent.actions) as readonly LeadAction[];

/** Returns whether a region is served, reachable or neither, by the operator's settings. */
export function reachOf(
  region: Region,
  {
    regionsServed,
    regionsReachable,
  }: { regionsServed: readonly Region[]; regionsReachable: readonly Region[] },
): Reach {
  if (regionsServed.includes(region)) return "served";
  return regionsReachable.includes(region) ? "reachable" : "other";
}

function atLeast<Name>(steps: readonly (readonly [number, Name])[], value: number, otherwise: Name): Name {
  return steps.find(([from]) => value >= from)?.[1] ?? otherwise;
}

function peoplePoints(people: number | null): number {
  if (people === null) return leadPoints.fit.peopleMissing;
  return leadPoints.fit.people.find(([upTo]) => people <= upTo)?.[1] ?? 0;
}

function fitPoints({ industry, headcount, infrastructurePeople, role, reach }: Lead): number {
  const { fit } = leadPoints;
  return (
    fit.industry[industry] +
    fit.headcount[headcount] +
    peoplePoints(infrastructurePeople) +
    fit.role[role] +
    fit.region[reach]
  );
}

function bandPoints({ infrastructurePeople, need }: Lead): number {
  if (hidesPeople(infrastructurePeople)) return leadPoints.need.bandHidden;
  return need.band === null ? 0 : leadPoints.need.band[need.band];
}

function needPoints(lead: Lead): number {
  const { perFlag, mostFlags, level, mostSteps } = leadPoints.need;
  const { need } = lead;
  return (
    Math.min(need.flags * perFlag, mostFlags) +
    bandPoints(lead) +
    (need.level === null ? 0 : level[need.level]) +
    Math.min(need.yes + Math.floor(need.shared / 2), mostSteps)
  );
}

function did({ actions }: Lead, action: LeadAction): boolean {
  return actions.includes(action);
}

interface Gated {
  grade: LeadLetter;
  gates: string[];
}

/** Each gate speaks only when it changes the letter. */
function gated(lead: Lead, fit: number, total: number): Gated {
  const gates: string[] = [];
  let grade: LeadLetter = atLeast<LeadLetter>(leadPoints.letters, total, "D");
  const set = (to: LeadLetter, why: string) => {
    grade = to;
    gates.push(why);
  };
  const isA = () => grade === "A";
  if (isA() && fit < leadPoints.fitForA) set("B", `not A: fit under ${leadPoints.fitForA}`);
  if (isA() && !did(lead, "confirmed")) set("B", "not A: unconfirmed");
  if (lead.need.level === null && grade < "C") set("C", "at most C: too few answers");
  if (did(lead, "booking") && did(lead, "confirmed") && grade > "B") set("B", "at least B: asked");
  return { grade, gates };
}

/** "Report only" closes every way to reach out, unless they ask for a meeting from a confirmed address. */
export function outreachOf(lead: Pick<Lead, "reportOnly" | "phone" | "actions">): Outreach {
  const asked = lead.actions.includes("booking") && lead.actions.includes("confirmed");
  if (lead.reportOnly && !asked) return "none";
  return lead.phone ? "call or write" : "write once";
}

function teamText(people: number | null): string {
  if (people === null) return "team not known";
  return people === 0 ? "nobody in-house" : `team of ${people}`;
}

function bandText({ infrastructurePeople, need }: Lead): string {
  if (hidesPeople(infrastructurePeople)) return "hidden under five";
  if (infrastructurePeople === 0) return "not applicable";
  return need.band ?? "not known";
}

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

function reasonLines(lead: Lead, fit: number, need: number, intent: number): string[] {
  const { industry, headcount, infrastructurePeople, role, reach } = lead;
  const { flags, level, yes, shared } = lead.need;
  const acts = actionOrder.filter((action) => did(lead, action));
  return [
    `Fit ${fit}/${leadPoints.fit.most}: ${industry}, ${headcount} staff, ${teamText(infrastructurePeople)}, ${role}, region ${reach}.`,
    `Need ${need}/${leadPoints.need.most}: ${counted(flags, "red flag", "red flags")}, sustainability ${bandText(lead)}, readiness ${level ?? "not known"}, ${counted(yes, "step", "steps")} a provider can run and ${shared} to share.`,
    `Intent ${intent}/${leadPoints.intent.most}: ${acts.length === 0 ? "none yet" : acts.join(", ")}.`,
  ];
}

function intentWord(lead: Lead): string {
  if (did(lead, "booking")) return "asked for a meeting";
  return did(lead, "confirmed") ? "confirmed" : "not confirmed";
}

/**
 * Returns the grade of a lead with its reasons, to be worked out again after each of their actions.
 * A suppressed or erased lead has no grade: never pass one.
 */
export function gradeLead(lead: Lead): LeadGrade {
  const fit = fitPoints(lead);
  const need = needPoints(lead);
  const intent = actionOrder
    .filter((action) => did(lead, action))
    .reduce((sum, action) => sum + leadPoints.intent.actions[action], 0);
  const total = fit + need + intent;
  const { grade, gates } = gated(lead, fit, total);
  const outreach = outreachOf(lead);
  const notes = outreach === "none" ? [...gates, "report only: no outreach"] : gates;
  const words = [
    atLeast<string>(leadPoints.words.fit, fit, "weak fit"),
    atLeast<string>(leadPoints.words.need, need, "little need"),
    intentWord(lead),
  ];
  return {
    grade,
    fit,
    need,
    intent,
    total,
    summary: [words.join(", "), ...notes].join("; "),
    reasons: [...reasonLines(lead, fit, need, intent), ...notes],
    outreach,
  };
}
