/** @jsxImportSource hono/jsx */
import { openQuestions } from "#shared/assessment-path.ts";
import { regions } from "#shared/edition.ts";
import { buildReport } from "#shared/report/build-report.ts";
import type { Report } from "#shared/report/report.ts";
import type { ReportConfig } from "#shared/report/report-input.ts";
import { score } from "#shared/scoring/score.ts";
import type { Scorecard } from "#shared/scoring/scorecard.ts";
import { ResultActions } from "#shared/views/form/result-actions.tsx";
import { ResultView } from "#shared/views/result/result-view.tsx";
import { type Desk, valuesOf, visitorOf } from "./desk.ts";
import { fill } from "./markup.ts";
import { pageData } from "./page-data.ts";
import { loadQuestions } from "./steps.ts";
import { countedAnswers } from "./submission.ts";
import { timeLeft } from "./time-left.ts";

/** The region is asked at the contact step; until then the result speaks to the first one served. */
const regionBeforeContact = "us";

interface Worked {
  report: Report;
  scorecard: Scorecard;
}

/** Works the result out on this device; nothing is sent. */
function workOut(desk: Desk): Worked {
  const { edition } = desk;
  const values = valuesOf(desk);
  const visitor = visitorOf(desk);
  const respondent = {
    industry: visitor.industry ?? "other",
    infrastructurePeople: visitor.infrastructurePeople ?? 0,
  };
  const answers = countedAnswers(edition, visitor);
  const scorecard = score(edition, answers, respondent);
  const report = buildReport({
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
    config: pageData(desk.root, "report-config") as ReportConfig,
    variant: "full",
  });
  return { report, scorecard };
}

/** Shows the result as it stands, and what can be done from here. */
export async function fillResult(desk: Desk): Promise<void> {
  const { edition } = desk;
  const { report, scorecard } = workOut(desk);
  const visitor = visitorOf(desk);
  const rest = timeLeft(edition, visitor, valuesOf(desk), "rest");
  const wanted = scorecard.tsrState === "not enough information" ? loadQuestions(edition, visitor).length : 0;
  fill(
    desk.result,
    <>
      <ResultView report={report} stage="on-screen" links={{}} />
      <ResultActions
        loadQuestions={wanted}
        more={rest.questions > 0 ? rest : null}
        open={openQuestions(edition, visitor).length}
      />
    </>,
  );
}
