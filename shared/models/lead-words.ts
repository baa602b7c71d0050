/** The grade in words: a line each for fit, need and intent, and the summary beside the letter. */
import { did, type Lead } from "#shared/models/lead.ts";
import { hidesPeople } from "#shared/models/lead-need.ts";
import { actionOrder, atLeast, leadPoints } from "#shared/models/lead-points.ts";

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

/** Returns the three lines behind the letter. */
export function reasonLines(lead: Lead, fit: number, need: number, intent: number): string[] {
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

/** Returns the summary without gates, such as "strong fit, some need, not confirmed". */
export function summaryWords(lead: Lead, fit: number, need: number): string {
  return [
    atLeast<string>(leadPoints.words.fit, fit, "weak fit"),
    atLeast<string>(leadPoints.words.need, need, "little need"),
    intentWord(lead),
  ].join(", ");
}
