/** @jsxImportSource hono/jsx */
import type { CauseBar, PeoplePage, ScreenReport, Statement } from "#shared/report/report.ts";
import { Bar } from "./bar.tsx";
import { RotaDrawing } from "./rota-drawing.tsx";
import { Cite, PeopleBasis, Why } from "./statement.tsx";

type Measured = Pick<CauseBar, "name" | "risk" | "answers"> & {
  missing: string;
  rule: Statement;
  report: ScreenReport;
};

function MeasuredRow({ name, risk, answers, missing, rule, report }: Measured) {
  return (
    <li class="cause">
      <div class="domain-line">
        <h3>{name}</h3>
        <p class="domain-score figures">{risk ?? missing}</p>
      </div>
      {risk === null ? null : (
        <Bar kind="load" value={risk} title={`${name}: ${risk} of 100, lower is better.`} />
      )}
      {answers.length === 0 ? null : (
        <Why of={name}>
          <ul>
            {answers.map((answer) => (
              <li key={answer.questionId}>
                <p>{`${answer.question} You answered “${answer.answer}”.`}</p>
                <PeopleBasis answer={answer} />
              </li>
            ))}
          </ul>
          <Cite statement={rule} report={report} />
        </Why>
      )}
    </li>
  );
}

/** Returns the five causes and the measured signals as bars; lower is better throughout. */
export function CauseBars({ people, report }: { people: PeoplePage; report: ScreenReport }) {
  const shared = { rule: people.barRule, report };
  return (
    <ul class="causes">
      {people.causes.map(({ id, name, risk, state, answers }) => (
        <MeasuredRow
          key={id}
          name={name}
          risk={risk}
          answers={answers}
          {...shared}
          missing={state === "scored" ? "" : state}
        />
      ))}
      <MeasuredRow
        name="Measured signals"
        risk={people.signals.risk}
        answers={people.signals.answers}
        {...shared}
        missing="not known"
      />
    </ul>
  );
}

function Context({ statements, report }: { statements: PeoplePage["context"]; report: ScreenReport }) {
  return (
    <div class="context">
      {statements.map((statement) => (
        <Cite key={statement.text} statement={statement} report={report} />
      ))}
    </div>
  );
}

/** Returns how the work is carried: conditions, never persons. */
export function PeoplePart({
  report,
  people,
  full,
}: {
  report: ScreenReport;
  people: PeoplePage;
  full: boolean;
}) {
  return (
    <section aria-labelledby="people-title">
      <h2 id="people-title">{people.headline}</h2>
      {people.smallTeamNote === null ? null : <p class="note">{people.smallTeamNote}</p>}
      {people.weighsMost === null ? null : <p>{people.weighsMost}</p>}
      <CauseBars people={people} report={report} />
      {people.rota === null ? null : <RotaDrawing rota={people.rota} report={report} />}
      {full ? <Context statements={people.context} report={report} /> : null}
      {full ? (
        <div class="panel ethics">
          <h3>What this part may not be used for</h3>
          <ul>
            {people.ethics.map((statement) => (
              <li key={statement.text}>
                <Cite statement={statement} report={report} />
              </li>
            ))}
          </ul>
          <Cite statement={people.onCallCaveat} report={report} />
        </div>
      ) : null}
    </section>
  );
}
