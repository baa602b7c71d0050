/** @jsxImportSource hono/jsx */
import type { FlagResult, ScreenReport } from "#shared/report/report.ts";
import { AnswerBasis, onScreen, Sources, Why } from "./statement.tsx";

function Flag({ flag, report }: { flag: FlagResult; report: ScreenReport }) {
  const items = report.plan.lists.flatMap(({ items: listed }) => listed);
  const item = items.find(({ recommendationId }) => recommendationId === flag.recommendationId);
  const caps = report.method.caps.filter((cap) => cap.flag === flag.id);
  const raisedBy = flag.id.split("+");
  const answers = report.domains
    .flatMap(({ answers: asked }) => asked)
    .filter(({ questionId }) => raisedBy.includes(questionId));
  return (
    <li class="flag">
      <h3>
        <svg class="flag-sign" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
          <path d="M3 1v14M3 2h9l-2.5 3L12 8H3" />
        </svg>
        {flag.text}
      </h3>
      <p>
        <strong>First step:</strong> {flag.firstStep}
      </p>
      <Why of={`Red flag ${flag.id}`}>
        {caps.map(({ text }) => (
          <p key={text}>{`The rule: at the lowest answer, ${text}. ${onScreen(flag.effect)}`}</p>
        ))}
        {caps.length === 0 ? (
          <p>{`The rule: two lowest answers together. ${onScreen(flag.effect)}`}</p>
        ) : null}
        {answers.map((answer) => (
          <AnswerBasis key={answer.questionId} answer={answer} report={report} />
        ))}
        {item === undefined ? null : (
          <p>
            {item.effect}. <Sources ids={item.sourceIds} report={report} />
          </p>
        )}
      </Why>
    </li>
  );
}

/** Returns each red flag with one action; nothing when there is none. */
export function FlagList({ report }: { report: ScreenReport }) {
  if (report.flags.length === 0) return null;
  return (
    <section aria-labelledby="flags-title">
      <h2 id="flags-title">
        {report.flags.length === 1 ? "One red flag" : `${report.flags.length} red flags`}
      </h2>
      <ul class="flags">
        {report.flags.map((flag) => (
          <Flag key={flag.id} flag={flag} report={report} />
        ))}
      </ul>
    </section>
  );
}

/** Returns the open questions with the role that can answer each; nothing when all is known. */
export function FindOutList({ report }: { report: ScreenReport }) {
  if (report.findOut.length === 0) return null;
  return (
    <section aria-labelledby="find-out-title">
      <h2 id="find-out-title">What to find out this week</h2>
      <ul class="find-out">
        {report.findOut.map(({ questionId, question, whoToAsk, holds }) => (
          <li key={questionId}>
            <strong>{question}</strong> {whoToAsk}
            {holds ? " Readiness is held until you know." : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
