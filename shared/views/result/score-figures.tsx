/** @jsxImportSource hono/jsx */
import type { LoadFigure, ReadinessFigure, ScreenReport } from "#shared/report/report.ts";
import { Bar } from "./bar.tsx";
import { Cite, Why } from "./statement.tsx";

/** Where a level or a band begins. */
const levelMarks = [25, 45, 65, 85];
const bandMarks = [30, 50, 70];

function rangeText({ low, high }: ReadinessFigure): string | null {
  if (low === null || high === null) return null;
  return low === high
    ? "Nothing you were asked is left open, so the range is one point"
    : `Between ${low} and ${high}, depending on what is still open`;
}

/** Returns readiness with its level, its range and how sure it is. */
export function ReadinessPanel({ figure, report }: { figure: ReadinessFigure; report: ScreenReport }) {
  const { score, low, high, level } = figure;
  const range = rangeText(figure);
  return (
    <div class="score-panel" data-readiness="">
      <h2 class="score-name">Readiness</h2>
      <p class="score-line">
        <span class="score-number">{score ?? "–"}</span>
        <span class="score-unit">{score === null ? "no number yet" : "of 100"}</span>
        {level === null ? null : <span class="score-word">{level}</span>}
      </p>
      {score === null ? null : (
        <Bar
          kind="readiness"
          value={score}
          low={low}
          high={high}
          marks={levelMarks}
          title={`Readiness ${score} of 100, range ${low} to ${high}. Levels change at 25, 45, 65 and 85.`}
        />
      )}
      {range === null ? null : <p class="score-note">{range}.</p>}
      <p class="score-note">{figure.confidence}</p>
      {figure.capNote === null ? null : <p class="score-note score-cap">{figure.capNote}</p>}
      <Why of="Readiness">
        <Cite statement={figure.rule} report={report} />
        <ul>
          {report.domains.map(({ id, name, score: points, weight }) => (
            <li key={id}>{`${name}: ${points ?? "not asked"}, weight ${weight}`}</li>
          ))}
        </ul>
      </Why>
    </div>
  );
}

/** Returns the load with its band and what that means; more is worse, and the words say so. */
export function LoadPanel({ figure, report }: { figure: LoadFigure; report: ScreenReport }) {
  const { tsr, band } = figure;
  return (
    <div class="score-panel" data-load="">
      <h2 class="score-name">Load on the team</h2>
      <p class="score-line">
        <span class="score-number">{tsr ?? "–"}</span>
        <span class="score-unit">{tsr === null ? "no number" : "of 100, lower is better"}</span>
        {band === null ? null : <span class="score-word">{band}</span>}
      </p>
      {tsr === null ? null : (
        <Bar
          kind="load"
          value={tsr}
          marks={bandMarks}
          title={`Team Sustainability Risk ${tsr} of 100, lower is better. Bands change at 30, 50 and 70.`}
        />
      )}
      <p class="score-note">{figure.meaning}</p>
      <p class="score-note">{figure.basis}</p>
      <Why of="Load on the team">
        <Cite statement={figure.rule} report={report} />
        {report.people === null ? null : (
          <ul>
            {report.people.causes.map(({ id, name, risk, state }) => (
              <li key={id}>{`${name}: ${risk ?? state}`}</li>
            ))}
            <li>{`Measured signals: ${report.people.signals.risk ?? "not known"}`}</li>
          </ul>
        )}
      </Why>
    </div>
  );
}
