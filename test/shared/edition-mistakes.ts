import type { Edition, Source } from "#shared/edition.ts";
import { byId, type Draft, technical } from "./edition-draft.ts";

/** Mistakes somebody editing an edition could make, each with the problem the check must report. */
export const mistakes: { name: string; change: (draft: Draft<Edition>) => void; problem: string }[] = [
  {
    name: "a question id used twice",
    change: (draft) => draft.questions.push(technical(draft, "B1")),
    problem: "Question B1 exists more than once.",
  },
  {
    name: "a recommendation id used twice",
    change: (draft) => draft.recommendations.push(byId(draft.recommendations, "R01")),
    problem: "Recommendation R01 exists more than once.",
  },
  {
    name: "a source id used twice",
    change: (draft) => draft.sources.push(byId(draft.sources, "S02")),
    problem: "Source S02 exists more than once.",
  },
  {
    name: "a roadmap year told twice",
    change: (draft) => {
      for (const year of draft.roadmap) if (year.year === 2) year.year = 1;
    },
    problem: "Roadmap year 1 exists more than once.",
  },
  {
    name: "a section with an unknown question",
    change: (draft) => byId(draft.sections, "records").questionIds.push("E9"),
    problem: "Section records names question E9, which does not exist.",
  },
  {
    name: "a trigger on an unknown question",
    change: (draft) =>
      byId(draft.recommendations, "R01").triggers.push({ questionId: "B9", need: "technical" }),
    problem: "Recommendation R01 names question B9, which does not exist.",
  },
  {
    name: "a move of an unknown question",
    change: (draft) => {
      byId(draft.recommendations, "R01").moves.B9 = [1, 1, 1];
    },
    problem: "A move of R01 names question B9, which does not exist.",
  },
  {
    name: "a rule at an unknown question",
    change: (draft) => byId(draft.rules, "AV-1").questionIds.push("MRO9"),
    problem: "Rule AV-1 names question MRO9, which does not exist.",
  },
  {
    name: "a rule shown for an unknown answer",
    change: (draft) => {
      byId(draft.rules, "AV-7").orAnswered = "MRO9";
    },
    problem: "Rule AV-7 names question MRO9, which does not exist.",
  },
  {
    name: "a rule at another industry's question",
    change: (draft) => byId(draft.rules, "AV-1").questionIds.push("LAB1"),
    problem: "Rule AV-1 is for aviation and stands at LAB1, which is not asked there.",
  },
  {
    name: "a benchmark at an unknown place",
    change: (draft) => byId(draft.benchmarks, "skill-needs").useWith.push("page 7"),
    problem: "Benchmark skill-needs names question page 7, which does not exist.",
  },
  {
    name: "a domain that is missing",
    change: (draft) => {
      draft.domains = draft.domains.filter(({ id }) => id !== "DOC");
    },
    problem: "Question K1 belongs to DOC, which is missing.",
  },
  {
    name: "a cause that is missing",
    change: (draft) => {
      draft.causes = draft.causes.filter(({ id }) => id !== "skill");
    },
    problem: "Recommendation R24 answers skill, which is missing.",
  },
  {
    name: "a question in no section",
    change: (draft) => {
      const section = byId(draft.sections, "records");
      section.questionIds = section.questionIds.filter((id) => id !== "E1");
    },
    problem: "Question E1 stands in no section.",
  },
  {
    name: "a question in two sections",
    change: (draft) => byId(draft.sections, "records").questionIds.push("M1"),
    problem: "Question M1 stands in sections 2 times.",
  },
  {
    name: "a core question in a section of the full path",
    change: (draft) => {
      technical(draft, "B1").core = true;
    },
    problem: "Question B1 is on the core path, but section systems-in-detail is full.",
  },
  {
    name: "a people question in a technical section",
    change: (draft) => {
      byId(draft.sections, "two-counts").people = false;
    },
    problem: "Question SG1 is a people question in section two-counts.",
  },
  {
    name: "a changed question weight",
    change: (draft) => {
      technical(draft, "B2").weight = 3;
    },
    problem: "The full path for aviation weighs 36, expected 35.",
  },
  {
    name: "a changed core weight",
    change: (draft) => {
      technical(draft, "B2").weight = 1;
    },
    problem: "The core path for other weighs 20, expected 21.",
  },
  {
    name: "a question too many",
    change: (draft) => {
      draft.questions.push({ ...technical(draft, "B1"), id: "B5", weight: 0 });
      byId(draft.sections, "systems-in-detail").questionIds.push("B5");
    },
    problem: "The full path for other asks 41 questions, expected 40.",
  },
  {
    name: "a changed domain weight",
    change: (draft) => {
      byId(draft.domains, "BKP").weight = 20;
    },
    problem: "Domain weights add up to 102, expected 100.",
  },
  {
    name: "a recommendation that nothing calls for",
    change: (draft) => {
      byId(draft.recommendations, "R01").triggers = [];
    },
    problem: "Recommendation R01 can never be called for.",
  },
  {
    name: "a technical need for a people question",
    change: (draft) => {
      byId(draft.recommendations, "R11").triggers = [{ questionId: "OC2", need: "technical" }];
    },
    problem: "Recommendation R11 adds a technical need for OC2, which is a people question.",
  },
  {
    name: "a flag without a first step",
    change: (draft) => {
      technical(draft, "B1").flag = { domainCap: 40, capsOverall: false };
    },
    problem: "Flag B1 has no first step: name its recommendation in flagSteps.",
  },
  {
    name: "a first step for a question that is no flag",
    change: (draft) => {
      draft.flagSteps.B4 = "R03";
    },
    problem: "flagSteps has B4, which is no flag.",
  },
  {
    name: "a flag with a step it does not call for",
    change: (draft) => {
      draft.flagSteps.B2 = "R02";
    },
    problem: "Flag B2 prints a step of R02, which it does not call for.",
  },
  {
    name: "a joint flag with a step it does not call for",
    change: (draft) => {
      draft.jointFlag.recommendationId = "R01";
    },
    problem: "Flag M1+M3 prints a step of R01, which it does not call for.",
  },
  {
    name: "a source from memory",
    change: (draft) => {
      draft.sources.push({
        id: "S12",
        title: "Healthy Work",
        url: null,
        mark: "M",
        note: "",
      } satisfies Source);
    },
    problem: "Source S12 is marked M (memory) and may be printed nowhere.",
  },
  {
    name: "a source that does not exist",
    change: (draft) => {
      byId(draft.recommendations, "R01").sourceIds = ["S99"];
    },
    problem: "Recommendation R01 cites source S99, which does not exist.",
  },
  {
    name: "a rule without a source",
    change: (draft) => {
      byId(draft.rules, "EX-9").sourceIds = [];
    },
    problem: "Rule EX-9 states a fact without a source.",
  },
  {
    name: "a percentage without a source",
    change: (draft) => {
      technical(draft, "I1").why.sourceIds = [];
    },
    problem: "Question I1 states a fact without a source.",
  },
  {
    name: "a text too long for its place",
    change: (draft) => {
      byId(draft.sections, "records").title = "R".repeat(35);
    },
    problem: "sections records title has 35 characters, at most 34 fit.",
  },
  {
    name: "an empty text",
    change: (draft) => {
      byId(draft.recommendations, "R01").firstSteps[1] = "";
    },
    problem: "recommendations R01 firstSteps 1 is empty.",
  },
  {
    name: "a slot that nothing fills",
    change: (draft) => {
      technical(draft, "B3").reassurance = "Stored in {region}.";
    },
    problem: "questions B3 reassurance has the slot {region}, which nothing fills.",
  },
  {
    name: "a brace without its pair",
    change: (draft) => {
      draft.promise = "We protect {brand your team.";
    },
    problem: "promise has a brace without its pair.",
  },
  {
    name: "a space at the end of a text",
    change: (draft) => {
      draft.promise = "We protect your team. ";
    },
    problem: "promise begins or ends with a space.",
  },
];
