import config from "#config";
import type { Answers, Industry } from "#shared/edition.ts";
import { parseFunnelConfig } from "#shared/funnel-config.ts";
import { currentEdition } from "#shared/questions/index.ts";
import { buildReport } from "#shared/report/build-report.ts";
import type { Report } from "#shared/report/report.ts";
import { score } from "#shared/scoring/score.ts";

/** Answers at one level for everything an industry is asked, with changes. */
export function answersAt(level: 0 | 1 | 2 | 3, industry: Industry, changes: Answers = {}): Answers {
  const asked = currentEdition.questions.filter(
    (question) => question.kind === "people" || question.industry === null || question.industry === industry,
  );
  return { ...Object.fromEntries(asked.map(({ id }) => [id, level])), ...changes };
}

/** Returns a report on given answers, for a team of six in the United States unless told otherwise. */
export function reportOn(
  answers: Answers,
  { industry = "aviation" as Industry, people = 6, variant = "full" as Report["variant"] } = {},
): Report {
  const respondent = { industry, infrastructurePeople: people };
  return buildReport({
    edition: currentEdition,
    answers,
    profile: { ...respondent, role: "it-lead", region: "us", headcount: "50-249" },
    scorecard: score(currentEdition, answers, respondent),
    organisation: "Sample <Repair> Station",
    date: "2026-11-24",
    config: parseFunnelConfig(config),
    variant,
  });
}
