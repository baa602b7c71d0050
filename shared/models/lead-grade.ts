/**
 * Model C: 40 points for fit, 40 for need, 20 for their own acts; the sum and four gates give the letter.
 * Never used: health, any single people answer, guesses from a name, salary, phone, free text, opens,
 * followed links, device, hour.
 */
import { did, type Lead } from "#shared/models/lead.ts";
import { hidesPeople } from "#shared/models/lead-need.ts";
import { actionOrder, atLeast, leadPoints } from "#shared/models/lead-points.ts";
import { reasonLines, summaryWords } from "#shared/models/lead-words.ts";

export type LeadLetter = "A" | "B" | "C" | "D";
export type Outreach = "none" | "write once" | "call or write";

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
  return {
    grade,
    fit,
    need,
    intent,
    total,
    summary: [summaryWords(lead, fit, need), ...notes].join("; "),
    reasons: [...reasonLines(lead, fit, need, intent), ...notes],
    outreach,
  };
}
