/** @jsxImportSource hono/jsx */
import type { Child } from "hono/jsx";
import type {
  DomainAnswer,
  PeopleAnswer,
  QuotedAnswer,
  Report,
  ScreenReport,
  Statement,
} from "#shared/report/report.ts";

/** Page numbers exist on paper only: on a screen the same words point to a part of the page. */
export function onScreen(text: string): string {
  return text
    .replaceAll("page {planPage}", "see the plan")
    .replaceAll("page {offerPage}", "at the end")
    .replaceAll("page {decisionPage}", "at the top")
    .replace(/\{(?:plan|offer|decision)Page\}/g, "below");
}

interface Cited {
  method: Pick<Report["method"], "sources">;
}

/** Returns where a statement comes from, or says that it is our judgement. */
export function Sources({ ids, report }: { ids: readonly string[]; report: Cited }) {
  // Our own position is numbered like a source and listed as none.
  const cited = report.method.sources.filter(({ id }) => ids.includes(id));
  if (cited.length === 0) return <span class="sources">Our judgement.</span>;
  return (
    <span class="sources">
      {cited.length === 1 ? "Source: " : "Sources: "}
      {cited.map(({ title, url }, index) => (
        <>
          {index > 0 ? "; " : ""}
          {url === null ? (
            title
          ) : (
            <a href={url} rel="noreferrer">
              {title}
            </a>
          )}
        </>
      ))}
      .
    </span>
  );
}

/** Returns a sentence with its source. */
export function Cite({ statement, report }: { statement: Statement; report: Cited }) {
  return (
    <p>
      {onScreen(statement.text)} <Sources ids={statement.sourceIds} report={report} />
    </p>
  );
}

function found(report: Pick<Report, "domains" | "people">, id: string) {
  const technical = report.domains.flatMap(({ answers }) => answers);
  const causes = report.people?.causes.flatMap(({ answers }) => answers) ?? [];
  const people = [...causes, ...(report.people?.signals.answers ?? [])];
  return {
    technical: technical.find(({ questionId }) => questionId === id),
    people: people.find(({ questionId }) => questionId === id),
  };
}

function pointsText({ answer, points }: DomainAnswer): string {
  if (points === null) return answer === "not asked" ? answer : "does not apply";
  return `${points} of 100`;
}

/** Returns what an answer counts, what it weighs, why it is asked and where that comes from. */
export function AnswerBasis({ answer, report }: { answer: DomainAnswer; report: Cited }) {
  return (
    <p class="answer-facts">
      {`${answer.questionId}: ${pointsText(answer)}, weight ${answer.weight}. ${answer.why.text}`}{" "}
      <Sources ids={answer.why.sourceIds} report={report} />
      {answer.references ? <span class="references"> {answer.references}</span> : null}
    </p>
  );
}

/** Returns an answer with its question, and all that stands behind it. */
export function YourAnswer({ quoted, report }: { quoted: QuotedAnswer; report: ScreenReport }) {
  const { technical, people } = found(report, quoted.questionId);
  return (
    <>
      <p>{`${quoted.question} You answered “${quoted.answer}”.`}</p>
      {technical === undefined ? null : <AnswerBasis answer={technical} report={report} />}
      {people === undefined ? null : <PeopleBasis answer={people} />}
    </>
  );
}

/** Returns what an answer on how work is arranged counts and weighs. */
export function PeopleBasis({ answer: { questionId, risk, weight } }: { answer: PeopleAnswer }) {
  return (
    <p class="answer-facts">
      {risk === null
        ? `${questionId}: left out, weight ${weight}.`
        : `${questionId}: ${risk} of 100, lower is better, weight ${weight}.`}
    </p>
  );
}

/**
 * Returns the reasons of a statement, folded away.
 * @param of what is explained: ten buttons that all say the same cannot be told apart by ear
 */
export function Why({ of, children }: { of: string; children: Child }) {
  return (
    <details class="why">
      <summary>
        Why we say this<span class="visually-hidden">: {of}</span>
      </summary>
      <div class="why-body">{children}</div>
    </details>
  );
}
