/** @jsxImportSource hono/jsx */
import type { Report } from "#shared/report/report.ts";
import { CapacityPart } from "./capacity-part.tsx";
import { ChangePart } from "./change-part.tsx";
import { DomainList } from "./domain-list.tsx";
import { FindOutList, FlagList } from "./flag-list.tsx";
import { KeepAndShare, MeasureAgain, type ResultLinks, YourData } from "./links-part.tsx";
import { MethodPart } from "./method-part.tsx";
import { PeoplePart } from "./people-part.tsx";
import { PlanPart } from "./plan-part.tsx";
import { Handling, ResultHead, Scores } from "./result-head.tsx";
import { RoadmapPart } from "./roadmap-part.tsx";
import { AskTeam, TeamPart } from "./team-part.tsx";
import { TroublePart } from "./trouble-part.tsx";
import { type WhatIfData, WhatIfPart } from "./what-if-part.tsx";

/** "result": the private page right after sending. "report": everything, for the link in the mail. */
export type ResultStage = "result" | "report";

export interface ResultViewProps {
  report: Report;
  stage: ResultStage;
  links: ResultLinks;
  /** Without it the toggles stay away and the computed gains stand alone. */
  whatIf?: WhatIfData | undefined;
}

/** The whole report is long on a phone: a reader looks for one part. */
function Contents({ report }: { report: Report }) {
  const parts = [
    ...(report.change === null ? [] : [{ id: "change-title", name: "What changed" }]),
    { id: "plan-title", name: "Plan" },
    { id: "what-if-title", name: "What changes what" },
    ...(report.capacityLine === null ? [] : [{ id: "capacity-title", name: "Your own hours" }]),
    { id: "domains-title", name: "Seven areas" },
    ...(report.people === null ? [] : [{ id: "people-title", name: "How the work is carried" }]),
    { id: "trouble-title", name: "Rules and costs" },
    { id: "roadmap-title", name: "Five years" },
    { id: "method-title", name: "Method and sources" },
  ];
  return (
    <nav class="contents" aria-label="In this report">
      <ul>
        {parts.map(({ id, name }) => (
          <li key={id}>
            <a href={`#${id}`}>{name}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function FullReport({ report }: { report: Report }) {
  return (
    <>
      <TroublePart report={report} />
      <RoadmapPart report={report} />
      <MethodPart report={report} />
    </>
  );
}

/** Returns a report for a private page, as much of it as the stage shows. Nothing is computed here. */
export function ResultView({ report, stage, links, whatIf }: ResultViewProps) {
  const full = stage === "report";
  const { cover } = report;
  return (
    <article class="wrap result flow" data-result="" data-stage={stage}>
      <ResultHead report={report} eyebrow={`${cover.title}: ${cover.organisation}, ${cover.date}`} />
      <KeepAndShare links={links} />
      {full ? <Contents report={report} /> : null}
      <Scores report={report} />
      {report.change === null ? null : <ChangePart change={report.change} />}
      <FlagList report={report} />
      <FindOutList report={report} />
      <PlanPart report={report} lists={full ? "all" : "first"} />
      <WhatIfPart report={report} data={whatIf} used={links.usedWhatIf} />
      {full && report.capacityLine !== null ? <CapacityPart line={report.capacityLine} /> : null}
      <DomainList report={report} />
      {report.people === null ? null : <PeoplePart report={report} people={report.people} full={full} />}
      {report.people === null || report.people.team === null ? null : <TeamPart team={report.people.team} />}
      <AskTeam href={links.pulse} asked={report.people?.team !== null} />
      {full ? <FullReport report={report} /> : null}
      <MeasureAgain href={links.again} />
      <Handling cover={cover} />
      <YourData links={links} />
      {full ? <p class="small muted">{report.footer}</p> : null}
    </article>
  );
}
