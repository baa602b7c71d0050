import type { Cause, Domain } from "#shared/edition.ts";

/** The seven technical domains in their order; weights add up to 100. */
export const domains: readonly Domain[] = [
  {
    id: "BKP",
    name: "Backup & recovery",
    weight: 18,
    why: {
      text: "Highest weight: it is the last line when every other domain fails, and the regulated record itself is the product in all three industries.",
      sourceIds: [],
    },
    lowConsequence:
      "a failed system may mean rebuilding from memory, and nobody can yet say when work resumes",
    highConsequence: "a failed system is mostly a task with known steps, not a search for copies",
    strength: "the way back is largely prepared",
  },
  {
    id: "PVM",
    name: "Patch & vulnerability",
    weight: 16,
    why: {
      text: "Second highest: the commonest entry route. DBIR 2026: exploited vulnerabilities started 31% of breaches; median full-patch time for known-exploited flaws 43 days; 26% of the CISA-listed flaws found in organizations fully fixed, Nov 2024–Oct 2025.",
      sourceIds: ["S31"],
    },
    lowConsequence: "updates may wait for a quiet moment, so urgent ones land on busy days",
    highConsequence: "most updates fit a planned window, and few should interrupt the week",
    strength: "updates mostly follow a rhythm",
  },
  {
    id: "IAM",
    name: "Identity & access",
    weight: 16,
    why: {
      text: "Equal second: cheap to fix, large effect. Large observational study of Microsoft accounts: MFA cut compromise risk 99.22%, and 98.56% where the password had leaked.",
      sourceIds: ["S36"],
    },
    lowConsequence: "access may outlast jobs and roles, and “who can sign in?” may take searching",
    highConsequence:
      "joiners, leavers and administrator rights are mostly handled by routine rather than memory",
    strength: "access is mostly deliberate",
  },
  {
    id: "MIR",
    name: "Monitoring & incident response",
    weight: 15,
    why: {
      text: "Bridges technology and people: the same alert is a detection asset and a sleep loss.",
      sourceIds: [],
    },
    lowConsequence:
      "alarms may wait, or reach whoever usually answers, and first decisions may be improvised",
    highConsequence: "most alarms find the right reader, and much of the first hour is already agreed",
    strength: "much of the response is agreed in advance",
  },
  {
    id: "NIL",
    name: "Network & infrastructure lifecycle",
    weight: 12,
    why: { text: "Lower: slower-moving, and partly covered by patch & vulnerability.", sourceIds: [] },
    lowConsequence: "one fault or one aging device may stop more work than its own",
    highConsequence: "a fault in one place should leave most other work running",
    strength: "the network is largely thought through",
  },
  {
    id: "CED",
    name: "Compliance evidence & data protection",
    weight: 13,
    why: { text: "Mid weight: it does not stop an attack but decides the audit.", sourceIds: [] },
    lowConsequence: "an audit question may become a search, and restricted data may sit in unlisted places",
    highConsequence: "most record requests can be met from what is at hand, with little searching",
    strength: "evidence mostly has a known place",
  },
  {
    id: "DOC",
    name: "Documentation & automation",
    weight: 10,
    why: {
      text: "Lowest weight but a multiplier: DORA found above-average documentation quality amplified the gain from every technical practice studied in 2022 (software teams).",
      sourceIds: ["S04"],
    },
    lowConsequence: "holidays may depend on one person's phone, and routine work on memory",
    highConsequence:
      "most routine work continues during absence, because steps are largely written or automated",
    strength: "know-how is largely shared",
  },
];

/** The five causes of strain in their order, with the areas of working life each belongs to (S03). */
export const causes: readonly Cause[] = [
  {
    id: "on-call",
    name: "24/7 on-call culture",
    summary: "how often, and how loudly, work reaches people outside working hours",
    areas: ["workload", "control"],
  },
  {
    id: "skill",
    name: "Skill stretch without support",
    summary: "how many areas rest on one person, and with what training",
    areas: ["workload"],
  },
  {
    id: "recognition",
    name: "Lack of recognition",
    summary: "when the work is seen, and where it can lead",
    areas: ["reward", "fairness"],
  },
  {
    id: "tools",
    name: "Tool sprawl and technical debt",
    summary: "how many screens a day needs, and how little time is kept for fixing causes",
    areas: ["workload", "control"],
  },
  {
    id: "emotional",
    name: "Emotional labor",
    summary: "who faces leaders during an outage, and how incidents are reviewed",
    areas: ["community", "values"],
  },
];
