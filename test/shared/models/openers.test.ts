import { describe, expect, it } from "vitest";
import { openerQuestions, openers } from "#shared/models/openers.ts";
import { doNotSay, tact, teamLine } from "#shared/models/sales-caution.ts";
import { currentEdition } from "#shared/questions/index.ts";
import { score } from "#shared/scoring/score.ts";
import { modelCase, modelFixture } from "./model-cases.ts";

describe("openers", () => {
  it.each(modelFixture.cases)("are the expected questions for: $name", (model) => {
    const found = openers(currentEdition, model.answers, model);
    expect(found.map(({ slot, questionId }) => [slot, questionId])).toEqual(model.openers);
  });

  it("carry the agreed question of each domain, industry and strength", () => {
    expect(openerQuestions).toEqual(modelFixture.tables.ask);
  });

  it("quote the answer with its question and ask what stands behind it", () => {
    const { answers, ...respondent } = modelCase("Test 1");
    expect(openers(currentEdition, answers, respondent)[0]).toEqual({
      slot: "first",
      questionId: "B2",
      domain: "BKP",
      fact: 'You answered "Over a year ago, or only lost files" to "When was data last restored from backup and checked?"',
      question: "When was data last restored from backup and checked?",
      answer: "Over a year ago, or only lost files",
      ask: "Which system would you want back first, and who has timed it?",
    });
  });

  it("say that an unknown answer was not sure", () => {
    const found = openers(currentEdition, { B2: "unknown" }, { industry: "other", infrastructurePeople: 6 });
    expect(found.map(({ fact }) => fact)).toEqual([
      'You were not sure: "When was data last restored from backup and checked?"',
    ]);
  });

  it("turn to strengths of three domains when nothing is called for", () => {
    const best = Object.fromEntries(currentEdition.questions.map(({ id }) => [id, 3] as const));
    const found = openers(currentEdition, best, { industry: "other", infrastructurePeople: 6 });
    expect(found.map(({ slot, domain, ask }) => [slot, domain, ask])).toEqual([
      ["strength", "BKP", "What made that possible?"],
      ["strength", "IAM", "What made that possible?"],
      ["strength", "PVM", "What made that possible?"],
    ]);
  });
});

describe("doNotSay and teamLine", () => {
  it.each(modelFixture.cases)("say the expected for: $name", (model) => {
    const scorecard = score(currentEdition, model.answers, model);
    const caution = doNotSay({ ...model, role: "decides", scorecard });
    expect(caution).toEqual({ key: model.doNotSay, text: modelFixture.tables.doNotSay[model.doNotSay] });
    expect(teamLine(model.infrastructurePeople, scorecard.band).text).toBe(model.team);
  });

  it("shows the band with tact from five people up, and never below", () => {
    expect(teamLine(5, "Watch")).toEqual({ people: 5, text: "Watch", tact: modelFixture.tables.tact });
    expect(tact).toBe(modelFixture.tables.tact);
    expect(teamLine(4, "Unsustainable")).toEqual({ people: 4, text: "hidden under 5", tact: null });
    expect(teamLine(6, null)).toEqual({ people: 6, text: "no number", tact: null });
    expect(teamLine(0, null)).toEqual({ people: 0, text: "all outside", tact: null });
  });

  it("minds the caller's words about load from five people, and about who decides to those who run systems", () => {
    const scorecard = { tsr: 70, flags: [], overall: 80, low: 80, high: 80, coverage: 1 };
    const facts = { industry: "other", infrastructurePeople: 5, role: "runs", scorecard } as const;
    expect(doNotSay(facts).key).toBe("load");
    expect(doNotSay({ ...facts, infrastructurePeople: 4 }).key).toBe("over their head");
    expect(doNotSay({ ...facts, infrastructurePeople: 1 }).key).toBe("one person");
  });
});
