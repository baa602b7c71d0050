import { withoutPeopleAnswers } from "#shared/answers.ts";
import type { Answers, Edition } from "#shared/edition.ts";
import type { Report } from "#shared/report/report.ts";
import type { ReportInput } from "#shared/report/report-input.ts";
import type { WhatIfData } from "./what-if-part.tsx";

/** Returns what a page needs to try steps and capacity in the browser; the version to share hands out no people answer. */
export function trialData(
  edition: Edition,
  answers: Answers,
  profile: Pick<ReportInput["profile"], "industry" | "infrastructurePeople" | "headcount">,
  { variant, whatIf }: Report,
): WhatIfData {
  const full = variant === "full";
  return {
    edition: edition.id,
    answers: full ? answers : withoutPeopleAnswers(edition, answers),
    industry: profile.industry,
    infrastructurePeople: profile.infrastructurePeople,
    headcount: profile.headcount,
    options: whatIf.options,
    people: full && profile.infrastructurePeople > 0,
  };
}
