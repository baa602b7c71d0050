import { describe, expect, test } from "vitest";
import type { Answers, Edition, Question } from "#shared/edition.ts";
import { askAgain } from "#shared/progress/ask-again.ts";
import { compare } from "#shared/progress/compare.ts";
import type { Earlier, Measurement } from "#shared/progress/earlier.ts";
import { currentEdition } from "#shared/questions/index.ts";
import { score } from "#shared/scoring/score.ts";
import { goldenCase } from "../scoring/golden-cases.ts";

const golden = goldenCase("MRO, everything answered");
const respondent = { industry: golden.industry, infrastructurePeople: golden.infrastructurePeople };

function measured(answers: Answers, edition = currentEdition): Measurement {
  return { edition: edition.id, answers, ...respondent, scorecard: score(edition, answers, respondent) };
}

function earlierOf(answers: Answers, outcomes: Earlier["outcomes"] = {}): Earlier {
  return { ...measured(answers), date: "2026-08-24", outcomes };
}

const same = { before: currentEdition, after: currentEdition };
const domainOf = (result: ReturnType<typeof compare>, id: string) =>
  result.domains.find((domain) => domain.id === id);

/** The next edition: one question asks something else, one is new, everything else is as it was. */
function nextEdition(change: (question: Question) => Question): Edition {
  return { ...currentEdition, id: "2027-1", questions: currentEdition.questions.map(change) };
}

describe("before and after", () => {
  test("name the answers behind each number, and how each moved", () => {
    const earlier = earlierOf({ ...golden.answers, B1: 1, B2: "unknown", P1: 3, OC1: 0 });
    const later = measured({ ...golden.answers, B1: 3, B2: 2, P1: 1, OC1: 2 });
    const result = compare(earlier, later, same);
    expect(domainOf(result, "BKP")?.change).toEqual({
      before: earlier.scorecard.domains.BKP,
      after: later.scorecard.domains.BKP,
      comparable: true,
    });
    const moves = result.domains.flatMap(({ answers }) =>
      answers.map(({ question, move }) => [question.id, move]),
    );
    expect(moves).toEqual([
      ["B1", "better"],
      ["B2", "found out"],
      ["P1", "worse"],
    ]);
    expect(result.causes.flatMap(({ answers }) => answers.map(({ question }) => question.id))).toEqual([
      "OC1",
    ]);
  });

  test("say which red flags went and which came", () => {
    const result = compare(
      earlierOf({ ...golden.answers, B2: 0, I1: 3 }),
      measured({ ...golden.answers, B2: 3, I1: 0 }),
      same,
    );
    expect(result.flags.cleared).toContain("B2");
    expect(result.flags.raised).toEqual(["I1"]);
  });

  test("set what was said of a step beside what today's answers say", () => {
    const earlier = earlierOf({ ...golden.answers, B2: 0 }, { R01: "done" });
    const said = (answers: Answers) =>
      compare(earlier, measured(answers), same).steps.find((step) => step.recommendationId === "R01");
    expect(said({ ...golden.answers, B2: 3 })).toMatchObject({ outcome: "done", stillCalledFor: false });
    expect(said({ ...golden.answers, B2: 1 })).toMatchObject({ outcome: "done", stillCalledFor: true });
  });

  test("compare no load where nobody in-house carries it on one of the two days", () => {
    const alone = { ...earlierOf(golden.answers), infrastructurePeople: 0 };
    expect(compare(alone, measured(golden.answers), same).load.comparable).toBe(false);
  });
});

describe("two editions", () => {
  const reworded = nextEdition((question) =>
    question.id === "B2" ? { ...question, text: "When did you last restore?" } : question,
  );
  const editions = { before: currentEdition, after: reworded };

  test("are compared only where they ask and count the same", () => {
    const result = compare(earlierOf(golden.answers), measured(golden.answers, reworded), editions);
    expect(result.sameEdition).toBe(false);
    expect(domainOf(result, "BKP")?.change.comparable).toBe(false);
    expect(domainOf(result, "PVM")?.change.comparable).toBe(true);
    expect(result.readiness.comparable).toBe(false);
    expect(result.load.comparable).toBe(true);
    expect(result.causes.every(({ change }) => change.comparable)).toBe(true);
  });

  test("with another weight alone are not compared there either", () => {
    const reweighed = nextEdition((question) =>
      question.id === "SK1" ? { ...question, weight: question.weight + 1 } : question,
    );
    const result = compare(earlierOf(golden.answers), measured(golden.answers, reweighed), {
      before: currentEdition,
      after: reweighed,
    });
    expect(result.load.comparable).toBe(false);
    expect(result.causes.filter(({ change }) => !change.comparable).map(({ id }) => id)).toEqual(["skill"]);
    expect(result.readiness.comparable).toBe(true);
  });

  test("ask a changed question anew, and keep every answer that still answers its question", () => {
    const asked = askAgain(reworded, currentEdition, { answers: golden.answers, ...respondent });
    expect(asked.filledIn).not.toHaveProperty("B2");
    expect(asked.required.map(({ id }) => id)).toEqual(["B2"]);
    expect(Object.keys(asked.filledIn)).toHaveLength(Object.keys(golden.answers).length - 1);
  });
});

describe("what is asked again", () => {
  test("begins with what is unknown, then the weak answers; the rest is settled or was never asked", () => {
    const answers: Answers = { B1: 3, B2: 0, B3: 1, I1: "unknown", P3: "na", M1: 2 };
    const asked = askAgain(currentEdition, currentEdition, { answers, ...respondent });
    const ids = (questions: readonly Question[]) => questions.map(({ id }) => id);
    expect(ids(asked.first)).toEqual(["I1", "B2", "B3"]);
    expect(ids(asked.settled).sort()).toEqual(["B1", "M1", "P3"]);
    expect(ids(asked.unasked)).toContain("K1");
    expect(asked.unasked.every(({ id }) => !(id in answers))).toBe(true);
  });

  test("leaves out what OC1 answers for, and people's questions where nobody is in-house", () => {
    const answers: Answers = { OC1: "na", OC2: "na", OC3: "na" };
    const asked = askAgain(currentEdition, currentEdition, { answers, ...respondent });
    const shown = [...asked.first, ...asked.settled, ...asked.unasked].map(({ id }) => id);
    expect(shown).toContain("OC1");
    expect(shown).not.toContain("OC2");
    const nobody = askAgain(currentEdition, currentEdition, {
      answers: {},
      industry: "other",
      infrastructurePeople: 0,
    });
    expect(nobody.unasked.every(({ kind }) => kind === "technical")).toBe(true);
  });
});
