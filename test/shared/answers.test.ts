import { describe, expect, it } from "vitest";
import { applicableQuestions, checkAnswers, normalizeAnswers } from "#shared/answers.ts";
import { currentEdition } from "#shared/questions/index.ts";

const aviation = { industry: "aviation", infrastructurePeople: 6 } as const;
const exporter = { industry: "export", infrastructurePeople: 6 } as const;
const other = { industry: "other", infrastructurePeople: 6 } as const;

describe("applicableQuestions", () => {
  it("are the common questions and the industry's own overlay", () => {
    const ids = applicableQuestions(currentEdition, "laboratory").map(({ id }) => id);
    expect(ids).toHaveLength(41);
    expect(ids.filter((id) => /^(MRO|LAB|EXP)/.test(id))).toEqual(["LAB1", "LAB2", "LAB3", "LAB4"]);
    expect(applicableQuestions(currentEdition, "other")).toHaveLength(37);
  });
});

describe("checkAnswers", () => {
  it.each([
    ["an overlay of another industry", { MRO1: 2 }, exporter],
    ["an overlay where the industry has none", { EXP1: 2 }, other],
    ["a question the edition does not have", { V1: 2 }, aviation],
    ["does not apply where it is not offered", { EXP1: "na" }, exporter],
    ["a level beyond the four answers", { B2: 4 }, aviation],
    ["a negative level", { B2: -1 }, aviation],
    ["half a level", { B2: 1.5 }, aviation],
    ["a word that is no answer", { B2: "yes" }, aviation],
    ["nothing for an answer", { B2: null }, aviation],
    ["a name every object has", { constructor: 2 }, aviation],
  ])("rejects %s", (_, answers, respondent) => {
    const [questionId] = Object.keys(answers);
    expect(checkAnswers(currentEdition, answers, respondent)).toEqual([
      { questionId, message: expect.stringMatching(/^(Leave|Choose|Answer)/) },
    ]);
  });

  it("takes does not apply on the eight questions that offer it, and on no other", () => {
    const offering = ["P3", "OC1", "OC2", "OC3", "MRO3", "LAB4", "EXP3", "EXP4"];
    const accepting = currentEdition.questions.filter((question) => {
      const industry = question.kind === "technical" ? (question.industry ?? "other") : "other";
      const answers = { [question.id]: "na" };
      return checkAnswers(currentEdition, answers, { industry, infrastructurePeople: 6 }).length === 0;
    });
    expect(accepting.map(({ id }) => id).sort()).toEqual(offering.sort());
  });

  it("takes an incomplete set, and I don't know yet everywhere", () => {
    expect(checkAnswers(currentEdition, {}, aviation)).toEqual([]);
    const unknown = Object.fromEntries(
      applicableQuestions(currentEdition, "aviation").map(({ id }) => [id, "unknown"]),
    );
    expect(checkAnswers(currentEdition, unknown, aviation)).toEqual([]);
  });

  it("names each mistake of several in the order sent", () => {
    const mistakes = checkAnswers(currentEdition, { B3: 9, B2: 2, LAB1: 1 }, aviation);
    expect(mistakes.map(({ questionId }) => questionId)).toEqual(["B3", "LAB1"]);
  });
});

describe("normalizeAnswers", () => {
  it("makes the on-call followers not applicable whatever was sent", () => {
    expect(normalizeAnswers(currentEdition, { OC1: "na", OC2: 0 }, aviation)).toEqual({
      OC1: "na",
      OC2: "na",
      OC3: "na",
    });
  });

  it("drops people answers when nobody in-house runs infrastructure", () => {
    const answers = { B2: 1, SK1: 0, SG4: 2 } as const;
    expect(normalizeAnswers(currentEdition, answers, { ...aviation, infrastructurePeople: 0 })).toEqual({
      B2: 1,
    });
    expect(normalizeAnswers(currentEdition, answers, aviation)).toEqual(answers);
  });
});
