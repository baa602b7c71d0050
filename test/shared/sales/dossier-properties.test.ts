import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { withoutPeopleAnswers } from "#shared/answers.ts";
import type { Answers } from "#shared/edition.ts";
import { currentEdition } from "#shared/questions/index.ts";
import { buildDossier, type Dossier } from "#shared/sales/dossier.ts";
import type { LeadRecord } from "#shared/sales/lead-record.ts";
import { score } from "#shared/scoring/score.ts";
import { type Assessment as Answered, assessments, seed } from "../scoring/random-assessments.ts";

const runs = { seed, numRuns: 60 };

const links = {
  report: "https://remotesupport.example/r/token",
  console: "https://remotesupport.example/console/leads/1",
};
const receivedAt = new Date("2026-11-24T09:26:00Z");
const now = new Date("2026-11-24T09:30:00Z");

function dossierOf(answers: Answers, { industry }: Answered["respondent"], people: number): Dossier {
  const respondent = { industry, infrastructurePeople: people };
  const record: LeadRecord = {
    edition: currentEdition,
    answers,
    profile: { ...respondent, headcount: "50-249", role: "quality", region: "us" },
    contact: { email: "jo@aero.example", organisation: "Aéro Łódź" },
    consent: { followUps: false, reportOnly: false },
    scorecard: score(currentEdition, answers, respondent),
    actions: [],
  };
  const regions = { regionsServed: ["us"], regionsReachable: ["eu"] } as const;
  return buildDossier({ record, suppressed: false, occasion: "new", regions, links, receivedAt, now });
}

/** Everything a dossier says that depends on answers; renderings are given nothing else. */
function sayings(answers: Answers, respondent: Answered["respondent"], people: number): string {
  return JSON.stringify(dossierOf(answers, respondent, people), null, 1);
}

const technicalTexts = new Set(
  currentEdition.questions
    .filter(({ kind }) => kind === "technical")
    .flatMap(({ text, answers }) => [text, ...answers]),
);
const peopleTexts = currentEdition.questions
  .filter(({ kind }) => kind === "people")
  .flatMap(({ text, answers }) => [text, ...answers])
  // "Yes" and the like stand in both kinds and tell nothing.
  .filter((text) => !technicalTexts.has(text));

const peopleIds = new Set(
  currentEdition.questions.filter(({ kind }) => kind === "people").map(({ id }) => id),
);

describe("the dossier of any answers", () => {
  it("quotes no question and no answer about people", () => {
    fc.assert(
      fc.property(assessments, ({ answers, respondent }) => {
        const people = respondent.infrastructurePeople ?? 3;
        const text = sayings(answers, respondent, people);
        expect(peopleTexts.filter((quoted) => text.includes(`“${quoted}”`))).toEqual([]);
        const { openers } = dossierOf(answers, respondent, people);
        expect(openers.filter(({ questionId }) => peopleIds.has(questionId))).toEqual([]);
      }),
      runs,
    );
  });

  it("is the same with and without the people answers below five people", () => {
    fc.assert(
      fc.property(assessments, fc.integer({ min: 1, max: 4 }), ({ answers, respondent }, people) => {
        const without = withoutPeopleAnswers(currentEdition, answers);
        expect(sayings(answers, respondent, people)).toBe(sayings(without, respondent, people));
      }),
      runs,
    );
  });

  it("opens the call with three facts from three questions, each with the question behind it", () => {
    const low = ["B1", "B2", "P1", "I1", "M1", "N2", ...peopleIds].map((id): [string, 0] => [id, 0]);
    const respondent = { industry: "other" as const, infrastructurePeople: 6 };
    const { openers } = dossierOf(Object.fromEntries(low), respondent, 6);
    expect(new Set(openers.map(({ questionId }) => questionId)).size).toBe(3);
    for (const { fact, ask } of openers) {
      expect(fact).toMatch(/^answered “.+” to “.+”$/);
      expect(ask).toMatch(/\?$/);
    }
  });
});
