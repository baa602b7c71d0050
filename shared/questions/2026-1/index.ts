import type { Edition } from "#shared/edition.ts";
import { answerHints } from "#shared/questions/2026-1/answer-hints.ts";
import { benchmarks } from "#shared/questions/2026-1/benchmarks.ts";
import { causes, domains } from "#shared/questions/2026-1/domains.ts";
import { ethics, modelBasis, onCallCaveat, promise, staysInHouse } from "#shared/questions/2026-1/ethics.ts";
import { industryTexts } from "#shared/questions/2026-1/industries.ts";
import { overlayQuestions } from "#shared/questions/2026-1/overlays.ts";
import { peopleQuestions } from "#shared/questions/2026-1/people.ts";
import { recommendations } from "#shared/questions/2026-1/recommendations.ts";
import { roadmap } from "#shared/questions/2026-1/roadmap.ts";
import { rules } from "#shared/questions/2026-1/rules.ts";
import { sections } from "#shared/questions/2026-1/sections.ts";
import { sources } from "#shared/questions/2026-1/sources.ts";
import { technicalQuestions } from "#shared/questions/2026-1/technical.ts";
import { thresholds } from "#shared/questions/2026-1/thresholds.ts";

/** Edition 2026-1, published: never edited. A changed question or weight is a new folder beside this one. */
export const edition20261: Edition = {
  id: "2026-1",
  readOn: "2026-11-23",
  instruction: answerHints.instruction,
  domains,
  causes,
  questions: [...technicalQuestions, ...overlayQuestions, ...peopleQuestions],
  sections,
  jointFlag: { id: "M1+M3", questionIds: ["M1", "M3"], recommendationId: "R12" },
  flagSteps: {
    B2: "R01",
    B3: "R02",
    P1: "R04",
    I1: "R07",
    N2: "R13",
    E1: "R15",
    K1: "R18",
    MRO1: "R32",
    LAB1: "R33",
    EXP1: "R34",
  },
  recommendations,
  rules,
  benchmarks,
  thresholds,
  roadmap,
  industries: industryTexts,
  sources,
  ethics,
  onCallCaveat,
  modelBasis,
  staysInHouse,
  promise,
};
