import config from "#config";
import type { Answers, Industry, Region } from "#shared/edition.ts";
import { type FunnelConfig, parseFunnelConfig } from "#shared/funnel-config.ts";
import { currentEdition } from "#shared/questions/index.ts";
import { buildReport } from "#shared/report/build-report.ts";
import type { Report } from "#shared/report/report.ts";
import type { ReportInput } from "#shared/report/report-input.ts";
import { score } from "#shared/scoring/score.ts";
import golden from "../../fixtures/golden-assessments.json" with { type: "json" };

export const funnelConfig: FunnelConfig = parseFunnelConfig(config);

export const goldenNames: readonly string[] = golden.cases.map(({ name }) => name);

export interface Overrides {
  variant?: ReportInput["variant"];
  region?: Region;
  organisation?: string;
  role?: string;
  salary?: number;
}

/** The input of the report of one golden case, by name; the answers are the case's own. */
export function goldenInput(name: string, overrides: Overrides = {}): ReportInput {
  const found = golden.cases.find((candidate) => candidate.name === name);
  if (!found) throw new RangeError(`no golden case ${name}`);
  const respondent = {
    industry: found.industry as Industry,
    infrastructurePeople: found.infrastructurePeople,
  };
  const answers = found.answers as unknown as Answers;
  const {
    variant = "full",
    region = "us",
    organisation = "Sample Works",
    role = "it-lead",
    salary,
  } = overrides;
  return {
    edition: currentEdition,
    answers,
    profile: { ...respondent, role, region, headcount: "50-249", salary },
    scorecard: score(currentEdition, answers, respondent),
    organisation,
    date: "2026-11-24",
    config: funnelConfig,
    variant,
  };
}

export function goldenReport(name: string, overrides: Overrides = {}): Report {
  return buildReport(goldenInput(name, overrides));
}
