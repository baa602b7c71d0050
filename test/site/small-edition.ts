import type { Edition, PeopleQuestion, TechnicalQuestion } from "#shared/edition.ts";

const claim = { text: "Because.", sourceIds: [] };

function technical(id: string, more: Partial<TechnicalQuestion> = {}): TechnicalQuestion {
  return {
    kind: "technical",
    id,
    text: `What about ${id}?`,
    answers: ["None", "Some", "Most", "All"],
    weight: 1,
    core: true,
    naLabel: null,
    hint: null,
    reassurance: null,
    whoToAsk: "IT lead",
    domain: "BKP",
    industry: null,
    why: claim,
    frameworks: { csf: [], cpg: [], cis: [] },
    flag: null,
    holds: false,
    ...more,
  };
}

function people(id: string, more: Partial<PeopleQuestion> = {}): PeopleQuestion {
  return {
    kind: "people",
    id,
    text: `How is ${id}?`,
    answers: ["Bad", "Poor", "Fair", "Good"],
    weight: 1,
    core: true,
    naLabel: null,
    hint: null,
    reassurance: null,
    whoToAsk: "Manager",
    role: "demand",
    cause: "on-call",
    ...more,
  };
}

const everyone = { us: "x", eu: "x", uk: "x", other: "x" };

function industry(id: Edition["industries"][number]["id"], name: string): Edition["industries"][number] {
  return {
    id,
    name,
    disclaimer: "",
    costFormula: null,
    costNote: null,
    authority: null,
    term: everyone,
    system: "x",
  };
}

/** The shape of an edition with few questions, so that a failure names the form and not the content. */
export const smallEdition: Edition = {
  id: "small",
  readOn: "2026-11-23",
  instruction: "Choose the highest answer that is fully true today.",
  domains: [],
  causes: [],
  questions: [
    technical("M1"),
    technical("B3", {
      reassurance: "No system names. Stored in {storageRegion}, opened only by {accessRoles}.",
    }),
    technical("MRO1", { industry: "aviation", hint: "In your own words." }),
    technical("LAB1", { industry: "laboratory" }),
    technical("B1", { core: false }),
    technical("P3", { core: false, naLabel: "We have no such equipment" }),
    technical("MRO3", { core: false, industry: "aviation", naLabel: "None" }),
    people("OC1", { naLabel: "Nobody is contacted outside working hours, even unofficially" }),
    people("OC2", { naLabel: "Does not apply here" }),
    people("SG1", { role: "signal", cause: null }),
    people("OC3", { core: false, naLabel: "Does not apply here", role: "resource" }),
    people("RC2", { core: false, role: "resource", cause: "recognition" }),
  ],
  sections: [
    {
      id: "when-something-stops",
      title: "When something stops",
      introduction: "Ordinary.",
      questionIds: ["M1", "B3"],
      path: "core",
      people: false,
    },
    {
      id: "records",
      title: "Records",
      introduction: "Records.",
      questionIds: ["MRO1", "LAB1"],
      path: "core",
      people: false,
    },
    {
      id: "work",
      title: "How the work is carried",
      introduction: "Work.",
      questionIds: ["OC1", "OC2"],
      path: "core",
      people: true,
    },
    {
      id: "two-counts",
      title: "Two counts",
      introduction: "Counts.",
      questionIds: ["SG1"],
      path: "core",
      people: true,
    },
    {
      id: "systems-in-detail",
      title: "Systems in detail",
      introduction: "More.",
      questionIds: ["B1", "P3", "MRO3"],
      path: "full",
      people: false,
    },
    {
      id: "work-in-detail",
      title: "The work in detail",
      introduction: "Conditions.",
      questionIds: ["OC3", "RC2"],
      path: "full",
      people: true,
    },
  ],
  jointFlag: { id: "M1+M3", questionIds: ["M1", "M3"], recommendationId: "R12" },
  flagSteps: {},
  recommendations: [],
  rules: [],
  benchmarks: [],
  thresholds: [],
  roadmap: [],
  industries: [
    industry("aviation", "Aviation maintenance"),
    industry("laboratory", "Laboratory"),
    industry("export", "Export"),
    industry("other", "Another industry"),
  ],
  sources: [],
  ethics: [],
  onCallCaveat: claim,
  modelBasis: [],
  staysInHouse: claim,
  promise: "A promise.",
};
