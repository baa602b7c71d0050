import type { Assessment } from "#functions/store/assessment-item.ts";
import { currentEdition } from "#shared/questions/index.ts";
import { score } from "#shared/scoring/score.ts";
import { goldenCase } from "../../shared/scoring/golden-cases.ts";

/** Returns a made-up lead with fit and need for an A, as the table holds it. */
export function storedLead(changes: Partial<Assessment> = {}): Assessment {
  const { industry, infrastructurePeople, answers } = goldenCase("everything at the bottom");
  const respondent = { industry, infrastructurePeople };
  const createdAt = "2030-06-12T12:00:00.000Z";
  return {
    id: "0b9d3c1e-5b1f-4a52-9a43-0f4c9b5f2a10",
    edition: currentEdition.id,
    answers,
    profile: { ...respondent, headcount: "50-249", role: "quality", region: "us" },
    contact: { email: "jo@aero.example", organisation: "Sample MRO" },
    consent: { followUps: false, benchmark: false, reportOnly: false, at: createdAt, wording: "1" },
    source: {},
    scorecard: score(currentEdition, answers, respondent),
    status: "new",
    actions: {},
    grade: "B",
    steps: [],
    lease: null,
    createdAt,
    expiresAt: 1_900_000_000,
    contentHash: "",
    revision: 0,
    ...changes,
  };
}
