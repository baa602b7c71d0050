/** @jsxImportSource hono/jsx */
import type { Exposure, Report, RuleLine } from "#shared/report/report.ts";
import { AnswerBasis, Cite, onScreen, Sources, Why } from "./statement.tsx";

function Rule({ rule, report }: { rule: RuleLine; report: Report }) {
  const answer = report.domains
    .flatMap(({ answers }) => answers)
    .find(({ questionId }) => questionId === rule.questionId);
  return (
    <li>
      <p>
        {rule.rule} <Sources ids={rule.sourceIds} report={report} />
      </p>
      <p>{`Your answer: ${rule.yourAnswer}. Check: ${rule.check}.`}</p>
      {answer === undefined ? null : (
        <Why of={`rule beside question ${rule.questionId}`}>
          <AnswerBasis answer={answer} report={report} />
          <p>
            {rule.mark === "V"
              ? "The rule was read on the publisher's page."
              : "The rule was seen in secondary sources: open the text before relying on it."}
          </p>
        </Why>
      )}
    </li>
  );
}

/** The amounts appear in the browser only: a salary typed here is never sent. */
function SalaryField({ people }: { people: number }) {
  return (
    <form class="salary" data-salary="" data-people={people} hidden>
      <label class="field-label" for="salary">
        Yearly salary of one person who runs infrastructure <span class="optional">(optional)</span>
      </label>
      <p class="hint" id="salary-hint">
        Optional. Empty means percentages only. The number stays on this page.
      </p>
      <input
        class="text-box text-box-short"
        type="text"
        inputmode="numeric"
        id="salary"
        autocomplete="off"
        aria-describedby="salary-hint"
      />
      <p data-salary-outcome="" aria-live="polite" />
    </form>
  );
}

function ExposureView({ exposure, report }: { exposure: Exposure; report: Report }) {
  const { departure, yearly } = exposure;
  return (
    <div class="exposure">
      <h3>{exposure.label}</h3>
      <p class="figures">{`Low ${departure.low}, planning ${departure.planning}, high ${departure.high}.`}</p>
      {yearly === null ? null : (
        <p class="figures">
          {`In a year, at general-market turnover: low ${yearly.low}, planning ${yearly.planning}, high ${yearly.high}.`}
        </p>
      )}
      <SalaryField people={report.infrastructurePeople} />
      {exposure.basis.map((statement) => (
        <Cite key={statement.text} statement={statement} report={report} />
      ))}
    </div>
  );
}

/** Returns the rules that stand beside the answers, and what trouble costs. */
export function TroublePart({ report }: { report: Report }) {
  const { trouble } = report;
  return (
    <section aria-labelledby="trouble-title">
      <h2 id="trouble-title">{trouble.headline}</h2>
      {trouble.readerNote === null ? null : <p class="note">{trouble.readerNote}</p>}
      <ul class="rules">
        {trouble.rules.map((rule) => (
          <Rule key={rule.id} rule={rule} report={report} />
        ))}
      </ul>
      {trouble.withoutRule.length > 0 ? (
        <>
          <h3>Asked on our judgement, without a rule beside it</h3>
          <ul>
            {trouble.withoutRule.map(({ questionId, question, yourAnswer }) => (
              <li key={questionId}>{`${question} Your answer: ${yourAnswer}.`}</li>
            ))}
          </ul>
        </>
      ) : null}
      {trouble.costFormula === null ? null : <p class="formula">{trouble.costFormula}</p>}
      {trouble.costNote === null ? null : <p>{onScreen(trouble.costNote)}</p>}
      {trouble.exposure === null ? null : <ExposureView exposure={trouble.exposure} report={report} />}
      {trouble.disclaimer ? <p class="small">{trouble.disclaimer}</p> : null}
    </section>
  );
}
