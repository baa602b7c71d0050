/** @jsxImportSource hono/jsx */
import type { Child } from "hono/jsx";
import type { Report, Statement } from "#shared/report/report.ts";

/** Page numbers exist on paper only: on a screen the same words point to a part of the page. */
export function onScreen(text: string): string {
  return text
    .replaceAll("page {planPage}", "see the plan")
    .replaceAll("page {offerPage}", "at the end")
    .replaceAll("page {decisionPage}", "at the top")
    .replace(/\{(?:plan|offer|decision)Page\}/g, "below");
}

type Cited = Pick<Report, "method">;

/** Returns where a statement comes from, or says that it is our judgement. */
export function Sources({ ids, report }: { ids: readonly string[]; report: Cited }) {
  if (ids.length === 0) return <span class="sources">Our judgement.</span>;
  const cited = ids.map((id) => ({ id, source: report.method.sources.find((source) => source.id === id) }));
  return (
    <span class="sources">
      {ids.length === 1 ? "Source: " : "Sources: "}
      {cited.map(({ id, source }, index) => (
        <>
          {index > 0 ? "; " : ""}
          {source?.url ? (
            <a href={source.url} rel="noreferrer">
              {source.title}
            </a>
          ) : (
            (source?.title ?? id)
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

/**
 * Returns the reasons of a statement, folded away.
 * @param of what is explained: ten buttons that all say "Why?" cannot be told apart by ear
 */
export function Why({ of, children }: { of: string; children: Child }) {
  return (
    <details class="why">
      <summary>
        Why?<span class="visually-hidden"> {of}</span>
      </summary>
      <div class="why-body">{children}</div>
    </details>
  );
}
