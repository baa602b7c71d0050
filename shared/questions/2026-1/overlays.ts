import type { TechnicalQuestion } from "#shared/edition.ts";

/** Overlay questions are scored in CED at weight 1; the first of an industry is a flag and holds the total. */
const overlay = {
  kind: "technical",
  domain: "CED",
  weight: 1,
  naLabel: null,
  hint: null,
  reassurance: null,
  frameworks: { csf: [], cpg: [], cis: [] },
  flag: null,
  holds: false,
} as const;

const firstOfIndustry = { flag: { domainCap: 40, capsOverall: true }, holds: true } as const;

const notADeclaration =
  "A maturity level, not a declaration. Passed to no authority or customer unless law compels us.";
const notAnAssessment = `${notADeclaration} This is not an SPRS score or a CMMC assessment. Do not post it.`;

const aviation: readonly TechnicalQuestion[] = [
  {
    ...overlay,
    ...firstOfIndustry,
    id: "MRO1",
    industry: "aviation",
    core: true,
    text: "If the maintenance-records system fails mid-shift, can you still sign tasks off and return the article to service?",
    answers: [
      "No",
      "Improvised paper",
      "Written in our manual",
      "Rehearsed; paper entries transcribed, checked and kept",
    ],
    hint: "“Release”, under EU or UK rules.",
    reassurance: notADeclaration,
    whoToAsk: "Accountable manager",
    why: { text: "Work that cannot be signed for cannot leave.", sourceIds: [] },
  },
  {
    ...overlay,
    id: "MRO2",
    industry: "aviation",
    core: true,
    text: "Can you show who signed each entry, with certificate or stamp number, and that it is unchanged?",
    answers: [
      "No: shared logins or stamps",
      "Own logins, no change history",
      "Change history kept",
      "Change history kept; procedure in the manual, accepted by our authority (A025 where held)",
    ],
    reassurance: notADeclaration,
    whoToAsk: "Accountable manager",
    why: { text: "An entry nobody can attribute proves nothing.", sourceIds: [] },
  },
  {
    ...overlay,
    id: "MRO3",
    industry: "aviation",
    core: false,
    text: "If EASA or an EU authority issued your approval directly (not through a bilateral): where are you with Part-IS?",
    answers: [
      "Not started",
      "Gap analysis",
      "Manual submitted and system running, or derogation granted",
      "Running, audited internally",
    ],
    naLabel: "US or other approval, or bilateral only",
    whoToAsk: "Accountable manager",
    why: { text: "The authority will ask for the system, not the intention.", sourceIds: [] },
  },
  {
    ...overlay,
    id: "MRO4",
    industry: "aviation",
    core: false,
    text: "Are maintenance records kept and backed up in a second place for as long as your authority and customers require (FAA two years, EU three)?",
    answers: ["No, or not for that long", "One place", "Two places", "Two places, retrieval tested"],
    reassurance: notADeclaration,
    whoToAsk: "Accountable manager",
    why: { text: "One copy is one failure away from a reconstruction.", sourceIds: [] },
  },
];

const laboratory: readonly TechnicalQuestion[] = [
  {
    ...overlay,
    ...firstOfIndustry,
    id: "LAB1",
    industry: "laboratory",
    core: true,
    text: "What happens before a LIMS, ELN or instrument-software change goes live?",
    answers: [
      "Nothing",
      "We rely on the vendor, no record",
      "Tested, or off-the-shelf use justified in writing",
      "Authorized, documented and validated before use, interfaces included",
    ],
    reassurance: notADeclaration,
    whoToAsk: "Laboratory or quality manager",
    why: { text: "An unvalidated change puts every later result in question.", sourceIds: [] },
  },
  {
    ...overlay,
    id: "LAB2",
    industry: "laboratory",
    core: true,
    text: "When a system fails, do you record it and check whether results were affected?",
    answers: [
      "No",
      "In emails",
      "In a log",
      "Log, immediate and corrective action, nonconforming-work review",
    ],
    reassurance: notADeclaration,
    whoToAsk: "Laboratory or quality manager",
    why: { text: "Without a record, nobody can say which results a failure touched.", sourceIds: [] },
  },
  {
    ...overlay,
    id: "LAB3",
    industry: "laboratory",
    core: false,
    text: "How does instrument data reach your records?",
    answers: [
      "Typed or USB, unchecked",
      "Typed or USB with a second check, or a shared folder",
      "Automatic, restricted, transfer verified",
      "Automatic, original kept, change history",
    ],
    whoToAsk: "Laboratory or quality manager",
    why: { text: "Hand transfer needs a check, and an editable folder proves nothing.", sourceIds: [] },
  },
  {
    ...overlay,
    id: "LAB4",
    industry: "laboratory",
    core: false,
    text: "Is your IT or LIMS-hosting provider evaluated, and does the contract cover access, confidentiality, backup and failure records?",
    answers: [
      "Never raised",
      "Assumed, nothing written",
      "Evaluated, and in the contract",
      "Evaluated, in the contract, re-evaluated yearly",
    ],
    naLabel: "No outside IT or hosting provider",
    reassurance: notADeclaration,
    whoToAsk: "Laboratory or quality manager",
    why: { text: "What a provider was never asked for, it will not keep.", sourceIds: [] },
  },
];

const exportCompliance: readonly TechnicalQuestion[] = [
  {
    ...overlay,
    ...firstOfIndustry,
    id: "EXP1",
    industry: "export",
    core: true,
    text: "Where may export-controlled technical data, technology or CUI be stored?",
    answers: [
      "Anywhere",
      "We ask people to be careful",
      "Defined places",
      "Defined boundary, validated encryption, keys only with us",
    ],
    reassurance: notAnAssessment,
    whoToAsk: "Export compliance lead",
    why: { text: "A boundary nobody drew cannot be shown.", sourceIds: [] },
  },
  {
    ...overlay,
    id: "EXP2",
    industry: "export",
    core: true,
    text: "Is everyone who can administer it, outside IT firms included, authorized?",
    answers: [
      "No list of who they are",
      "Listed, authorization not checked",
      "Checked once: U.S. person, or covered by a license or agreement",
      "Checked, recorded, rechecked on every change",
    ],
    reassurance: notAnAssessment,
    whoToAsk: "Export compliance lead",
    why: { text: "Administrators can open what users cannot.", sourceIds: [] },
  },
  {
    ...overlay,
    id: "EXP3",
    industry: "export",
    core: false,
    text: "You discover a cyber incident on Friday evening: could you report to DoD within 72 hours?",
    answers: [
      "No; nobody is named to report",
      "We would work it out then",
      "Plan, and DIBNet access tested",
      "Rehearsed; images and captures kept 90 days",
    ],
    naLabel: "No DFARS contract or subcontract",
    whoToAsk: "Export compliance lead",
    why: { text: "The clock starts at discovery, weekend included.", sourceIds: [] },
  },
  {
    ...overlay,
    id: "EXP4",
    industry: "export",
    core: false,
    text: "For the highest CMMC level in your contracts or bids, where are you?",
    answers: [
      "No assessment",
      "Self-assessed, below the passing score",
      "Conditional, open items inside 180 days",
      "Final, in SPRS, affirmed this year",
    ],
    naLabel: "None asked for",
    reassurance: notAnAssessment,
    whoToAsk: "Export compliance lead",
    why: { text: "Awards wait for status, not for intention.", sourceIds: [] },
  },
];

/** Four questions for each industry that has an overlay. */
export const overlayQuestions: readonly TechnicalQuestion[] = [
  ...aviation,
  ...laboratory,
  ...exportCompliance,
];
