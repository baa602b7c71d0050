/** @jsxImportSource hono/jsx */
import type { ScreenReport } from "#shared/report/report.ts";
import { Quadrant } from "./quadrant.tsx";
import { LoadPanel, ReadinessPanel } from "./score-figures.tsx";
import { onScreen, Sources, Why } from "./statement.tsx";

/** Returns the situation and the one decision asked for. @param eyebrow what this is, above the headline */
export function ResultHead({ report, eyebrow }: { report: ScreenReport; eyebrow: string }) {
  const { situation } = report;
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

/** Returns the two numbers side by side, and where they meet. */
export function Scores({ report }: { report: ScreenReport }) {
  return (
    <section class="scores" aria-label="The two scores">
      <ReadinessPanel figure={report.readiness} report={report} />
      {report.load === null ? null : <LoadPanel figure={report.load} report={report} />}
      {report.quadrant === null ? null : <Quadrant quadrant={report.quadrant} />}
    </section>
  );
}

/** Returns how the report may be taken: one person's answers, and what it is not. */
export function Handling({ cover }: Pick<ScreenReport, "cover">) {
  return <p class="small muted">{`${cover.statement} ${cover.disclaimer}`.trim()}</p>;
}
