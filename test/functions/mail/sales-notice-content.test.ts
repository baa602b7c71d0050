import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { salesLead } from "#functions/sales-lead.ts";
import { salesNotice } from "#functions/mail/sales-notice.tsx";
import type { Assessment } from "#functions/store/assessment-item.ts";
import { withoutPeopleAnswers } from "#shared/answers.ts";
import type { Answers } from "#shared/edition.ts";
import { currentEdition } from "#shared/questions/index.ts";
import { score } from "#shared/scoring/score.ts";
import { type Assessment as Answered, assessments, seed } from "../../shared/scoring/random-assessments.ts";
import { funnel, noticeInput } from "./mail-fixtures.ts";

const runs = { seed, numRuns: 60 };

function accepted(answers: Answers, { industry }: Answered["respondent"], people: number): Assessment {
  const respondent = { industry, infrastructurePeople: people };
  return {
    id: "0b9d3c1e-5b1f-4a52-9a43-0f4c9b5f2a10",
    edition: currentEdition.id,
    answers,
    profile: { ...respondent, headcount: "50-249", role: "quality", region: "us" },
    contact: { email: "jo@aero.example", organisation: "Aéro Łódź" },
    consent: {
      followUps: false,
      benchmark: false,
      reportOnly: false,
      at: "2026-11-24T09:00:00Z",
      wording: "1",
    },
    source: {},
    scorecard: score(currentEdition, answers, respondent),
    status: "new",
    steps: [],
    lease: null,
    createdAt: "2026-11-24T09:26:00Z",
    expiresAt: 1_900_000_000,
    contentHash: "",
    revision: 0,
  };
}

/** Everything a notice says that depends on answers; the notice itself is given nothing else. */
function sayings(answers: Answers, respondent: Answered["respondent"], people: number): string {
  const { letter, reasons, openers, notToSay, team, tact } = salesLead(
    accepted(answers, respondent, people),
    funnel,
  );
  const spoken = openers.flatMap(({ questionId, fact, question }) => [`(${questionId})`, fact, question]);
  return [letter, ...reasons, ...spoken, notToSay, team, tact].join("\n");
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
const openerIds = (text: string) => [...text.matchAll(/\(([A-Z]+\d+)\)$/gm)].map((match) => match[1] ?? "");

describe("the sales notice of any answers", () => {
  it("quotes no question and no answer about people", () => {
    fc.assert(
      fc.property(assessments, ({ answers, respondent }) => {
        const text = sayings(answers, respondent, respondent.infrastructurePeople ?? 3);
        expect(peopleTexts.filter((quoted) => text.includes(`"${quoted}"`))).toEqual([]);
        expect(openerIds(text).filter((id) => peopleIds.has(id))).toEqual([]);
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

  it("opens the call with three facts from three questions, printed with their ids", async () => {
    const low = ["B1", "B2", "P1", "I1", "M1", "N2", ...peopleIds].map((id): [string, 0] => [id, 0]);
    const respondent = { industry: "other" as const, infrastructurePeople: 6 };
    const lead = salesLead(accepted(Object.fromEntries(low), respondent, 6), funnel);
    const { text } = await salesNotice({ ...noticeInput, lead });
    expect(new Set(openerIds(text)).size).toBe(3);
    for (const { fact, question } of lead.openers) {
      expect(text).toContain(fact);
      expect(text).toContain(`Ask: “${question}”`);
    }
  });
});
