/** @jsxImportSource hono/jsx */
import type { LeadContent } from "#functions/console/leads/lead-content.ts";
import type { DomainResult, Report } from "#shared/report/report.ts";

function readinessText({ score, low, high, level, confidence }: Report["readiness"]): string {
  if (score === null) return confidence;
  return `${score} of 100, ${level} (${low} to ${high}). ${confidence}.`.replace("..", ".");
}

function DomainAnswers({ domain }: { domain: DomainResult }) {
  return (
    <details>
      <summary>
        {domain.name} <span class="figures">{domain.score ?? "not known yet"}</span>
      </summary>
      <dl class="console-answers">
        {domain.answers.map(({ questionId, question, answer, flag }) => (
          <div key={questionId}>
            <dt>
              {question} <span class="muted">({questionId})</span>
            </dt>
            <dd>
              {answer}
              {flag ? <span class="console-mark">Red flag</span> : null}
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

/** What they answered on systems and their industry. What they said about people is for them alone. */
export function AnswersPart({ report, dossier }: Pick<LeadContent, "report" | "dossier">) {
  const steps = report.plan.lists.flatMap(({ items }) => items).slice(0, 3);
  return (
    <section aria-labelledby="answers">
      <h2 id="answers">Report and answers</h2>
      <p>Readiness {readinessText(report.readiness)}</p>
      {steps.length === 0 ? null : (
        <p>First steps of the plan: {steps.map(({ title }) => title).join(" · ")}.</p>
      )}
      <p>
        <a href={dossier.links.report}>Open the report</a>, in the version that sales may see. Answers on how
        the work is carried are not shown: they are the prospect's own.
      </p>
      <div>
        {report.domains.map((domain) => (
          <DomainAnswers key={domain.id} domain={domain} />
        ))}
      </div>
    </section>
  );
}
