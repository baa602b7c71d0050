/** @jsxImportSource hono/jsx */
import type { Report } from "#shared/report/report.ts";
import { CapacityPart } from "./capacity-part.tsx";
import { DomainList } from "./domain-list.tsx";
import { FindOutList, FlagList } from "./flag-list.tsx";
import { KeepAndShare, type ResultLinks, YourData } from "./links-part.tsx";
import { MethodPart } from "./method-part.tsx";
import { PeoplePart } from "./people-part.tsx";
import { FirstStep, PlanPart } from "./plan-part.tsx";
import { Quadrant } from "./quadrant.tsx";
import { RoadmapPart } from "./roadmap-part.tsx";
import { LoadPanel, ReadinessPanel } from "./score-figures.tsx";
import { onScreen, Sources, Why } from "./statement.tsx";
import { TroublePart } from "./trouble-part.tsx";
import { type WhatIfData, WhatIfPart } from "./what-if-part.tsx";

/**
 * "on-screen": before anything is sent. "result": the private page right after sending.
 * "report": everything, for the link in the mail.
 */
export type ResultStage = "on-screen" | "result" | "report";

export interface ResultViewProps {
  report: Report;
  stage: ResultStage;
  links: ResultLinks;
  /** Without it the toggles stay away and the computed gains stand alone. */
  whatIf?: WhatIfData | undefined;
}

function Head({ report, stage }: { report: Report; stage: ResultStage }) {
  const { cover, situation } = report;
  const eyebrow =
    stage === "on-screen"
      ? "Your result, worked out on this device"
      : `${cover.title}: ${cover.organisation}, ${cover.date}`;
  return (
    <header class="result-head">
      <p class="label">{eyebrow}</p>
      <h1 tabindex={-1}>{situation.headline}</h1>
      <p class="lead">{situation.sentences.map(onScreen).join(" ")}</p>
      {situation.closeToLine === null ? null : <p class="note">{situation.closeToLine}</p>}
      <p class="decision">
        <strong>One decision:</strong> {onScreen(situation.decision)}
      </p>
      <Why of={situation.headline}>
        {situation.why.map((text) => (
          <p key={text}>{text}</p>
        ))}
        <p>
          <Sources ids={[]} report={report} />
        </p>
      </Why>
    </header>
  );
}

function Scores({ report }: { report: Report }) {
  return (
    <section class="scores" aria-label="The two scores">
      <ReadinessPanel figure={report.readiness} report={report} />
      {report.load === null ? null : <LoadPanel figure={report.load} report={report} />}
      {report.quadrant === null ? null : <Quadrant quadrant={report.quadrant} />}
    </section>
  );
}

/** The whole report is long on a phone: a reader looks for one part. */
function Contents({ report }: { report: Report }) {
  const parts = [
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

/** Returns a report for a screen, as much of it as the stage shows. Nothing is computed here. */
export function ResultView({ report, stage, links, whatIf }: ResultViewProps) {
  const full = stage === "report";
  return (
    <article class="wrap result flow" data-result={stage === "on-screen" ? undefined : ""} data-stage={stage}>
      <Head report={report} stage={stage} />
      <KeepAndShare links={links} />
      {full ? <Contents report={report} /> : null}
      <Scores report={report} />
      <FlagList report={report} />
      {stage === "on-screen" ? <FirstStep report={report} /> : null}
      <FindOutList report={report} />
      {stage === "on-screen" ? null : <PlanPart report={report} lists={full ? "all" : "first"} />}
      {stage === "on-screen" ? null : <WhatIfPart report={report} data={whatIf} used={links.usedWhatIf} />}
      {full && report.capacityLine !== null ? <CapacityPart line={report.capacityLine} /> : null}
      <DomainList report={report} />
      {report.people === null ? null : <PeoplePart report={report} people={report.people} full={full} />}
      {full ? <FullReport report={report} /> : null}
      <p class="small muted">{`${report.cover.statement} ${report.cover.disclaimer}`.trim()}</p>
      <YourData links={links} />
      {full ? <p class="small muted">{report.footer}</p> : null}
    </article>
  );
}
