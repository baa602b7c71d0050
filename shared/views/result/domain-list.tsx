/** @jsxImportSource hono/jsx */
import type { DomainAnswer, DomainResult, ScreenReport } from "#shared/report/report.ts";
import { Bar } from "./bar.tsx";
import { AnswerBasis, onScreen, Sources, Why } from "./statement.tsx";

function AnswerRow({ answer, report }: { answer: DomainAnswer; report: ScreenReport }) {
  return (
    <li class={answer.flag ? "answer-flag" : undefined}>
      <p>
        <strong>{answer.question}</strong> “{answer.answer}”
      </p>
      <AnswerBasis answer={answer} report={report} />
    </li>
  );
}

function DomainRow({ domain, report }: { domain: DomainResult; report: ScreenReport }) {
  const { name, score, low, high } = domain;
  const range = low === high ? "" : ` (${low}–${high})`;
  return (
    <li class="domain">
      <div class="domain-line">
        <h3>{name}</h3>
        <p class="domain-score figures">{score === null ? "not asked" : `${score}${range}`}</p>
      </div>
      {score === null ? null : (
        <Bar
          kind="readiness"
          value={score}
          low={low}
          high={high}
          title={`${name}: ${score} of 100${range}.`}
        />
      )}
      <p>{onScreen(domain.consequence)}</p>
      {domain.capNote === null ? null : <p class="cap-note">{domain.capNote}</p>}
      <Why of={name}>
        <p>{`${domain.headline}.`}</p>
        <p>
          {`The weighted mean of the answers below. It weighs ${domain.weight} of 100. ${domain.weightWhy.text}`}{" "}
          <Sources ids={domain.weightWhy.sourceIds} report={report} />
        </p>
        <ul class="answers">
          {domain.answers.map((answer) => (
            <AnswerRow key={answer.questionId} answer={answer} report={report} />
          ))}
        </ul>
      </Why>
    </li>
  );
}

/** Returns the seven areas with score, range, meaning at work, and every answer behind them. */
export function DomainList({ report }: { report: ScreenReport }) {
  return (
    <section aria-labelledby="domains-title">
      <h2 id="domains-title">{report.domainsHeadline}</h2>
      <ul class="domains">
        {report.domains.map((domain) => (
          <DomainRow key={domain.id} domain={domain} report={report} />
        ))}
      </ul>
    </section>
  );
}
