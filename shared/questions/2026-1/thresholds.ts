import type { Threshold } from "#shared/edition.ts";

/** Limits behind the answers on load, with what supports each and how strongly. */
export const thresholds: readonly Threshold[] = [
  {
    measure: "On-call share",
    threshold: "≤25% (one week in four)",
    evidence:
      "Google SRE: at most 25% on call; primary + secondary in week-long shifts means 8 people on one site, or 6 on each of two. Our judgement: ≤1 week a month",
    sourceIds: ["S02", "S01"],
    strength: "Practitioner rule from very large teams",
  },
  {
    measure: "Load per shift",
    threshold: "≤2 incidents per 12 h",
    evidence:
      "Google: about 6 h handling per incident, hence 2; the median number of incidents a day should be 0",
    sourceIds: ["S02"],
    strength: "Practitioner rule",
  },
  {
    measure: "Interruptions",
    threshold: "2 / 7 / 19 per person a month",
    evidence:
      "PagerDuty 2021: good / bad / burnout-level; 19 = busiest 10%. An interruption is a push, text or call, not an incident. Off-hours work correlated with leaving",
    sourceIds: ["S17"],
    strength: "Vendor platform data",
  },
  {
    measure: "Operational load",
    threshold: "≤50%, rest engineering",
    evidence: "Google cap. DORA 2018: elite teams 50% new work, 19.5% unplanned",
    sourceIds: ["S02", "S03"],
    strength: "Practitioner + survey",
  },
  {
    measure: "Proactive time",
    threshold: "10% or more",
    evidence: "Our judgement: a first step, not a proven dose",
    sourceIds: ["S01"],
    strength: "Design",
  },
  {
    measure: "On-call pay",
    threshold: "Any fixed scheme",
    evidence: "Google pays cash or time off, capped, which also limits load",
    sourceIds: ["S02"],
    strength: "Practitioner rule",
  },
  {
    measure: "Overtime",
    threshold: "8 h and 15 h",
    evidence:
      "40 + 8 = 48-h weekly limit: EU, UK. It is an average, with opt-outs, and 40 + 8 assumes a 40-h contract. 40 + 15 = 55 h: WHO/ILO rate the evidence “sufficient” for ≥55 against 35–40 h: 35% higher stroke risk, 17% higher death from ischemic heart disease",
    sourceIds: ["S08", "S71", "S07"],
    strength: "Law; observational, rated sufficient",
  },
  {
    measure: "Daily rest",
    threshold: "11 consecutive hours in 24",
    evidence: "Directive 2003/88 Art. 3",
    sourceIds: ["S08"],
    strength: "Law (EU)",
  },
  {
    measure: "Turnover",
    threshold: "Any leaver in a small team",
    evidence: "General-market rates: 8.2% in US high-tech 2023, 17.3% across US industries 2022–23",
    sourceIds: ["S29", "S28"],
    strength: "Design",
  },
];
