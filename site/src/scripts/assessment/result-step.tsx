/** @jsxImportSource hono/jsx */

import edition from "virtual:screen-edition";
import { openQuestions } from "#shared/assessment-path.ts";
import { regions } from "#shared/edition.ts";
import type { ScreenReport } from "#shared/report/report.ts";
import type { ReportConfig } from "#shared/report/report-input.ts";
import { screenReport } from "#shared/report/screen-report.ts";
import { score } from "#shared/scoring/score.ts";
import type { Scorecard } from "#shared/scoring/scorecard.ts";
import { ResultActions } from "#shared/views/form/result-actions.tsx";
import { timeLeft } from "#shared/views/form/time-left.ts";
import { ScreenResult } from "#shared/views/result/screen-result.tsx";
import { fill, find } from "../markup.ts";
import { pageData } from "../page-data.ts";
import { copyText } from "./clipboard.ts";
import { type Desk, valuesOf, visitorOf } from "./desk.ts";
import { linkTo } from "./open-link.ts";
import { loadQuestions } from "./steps.ts";
import { countedAnswers } from "./submission.ts";

/** The region is asked at the contact step; until then the result speaks to the first one served. */
const regionBeforeContact = "us";

interface Worked {
  report: ScreenReport;
  scorecard: Scorecard;
}

/** Works the result out on this device; nothing is sent. */
function workOut(desk: Desk): Worked {
  const values = valuesOf(desk);
  const visitor = visitorOf(desk);
  const respondent = {
    industry: visitor.industry ?? "other",
    infrastructurePeople: visitor.infrastructurePeople ?? 0,
  };
  const answers = countedAnswers(desk.outline, visitor);
  const scorecard = score(edition, answers, respondent);
  const report = screenReport({
    edition,
    answers,
    profile: {
      ...respondent,
      role: values.role ?? "",
      region: regions.find((region) => region === values.region) ?? regionBeforeContact,
      headcount: null,
    },
    scorecard,
    organisation: "",
    date: new Date().toISOString().slice(0, 10),
    config: pageData<ReportConfig>(desk.root, "report-config"),
    variant: "full",
  });
  return { report, scorecard };
}

/** Where copying is refused the link itself is shown, ready to be selected. */
async function copyOpenLink(place: HTMLElement, ids: readonly string[]): Promise<void> {
  const link = linkTo(location.href, ids);
  find(place, "[data-copy-status]").textContent = (await copyText(link))
    ? "Copied. It holds the questions only."
    : link;
}

/** Shows the result as it stands, and what can be done from here. */
export function fillResult(desk: Desk, place: HTMLElement): void {
  const { outline } = desk;
  const { report, scorecard } = workOut(desk);
  const visitor = visitorOf(desk);
  const rest = timeLeft(outline, visitor, valuesOf(desk), "rest");
  const wanted = scorecard.tsrState === "not enough information" ? loadQuestions(outline, visitor).length : 0;
  const open = openQuestions(outline, visitor).map(({ id }) => id);
  fill(
    place,
    <>
      <ScreenResult report={report} />
      <ResultActions loadQuestions={wanted} more={rest.questions > 0 ? rest : null} open={open.length} />
    </>,
  );
  place.querySelector("[data-copy-link]")?.addEventListener("click", () => void copyOpenLink(place, open));
}
