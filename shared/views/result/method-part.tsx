/** @jsxImportSource hono/jsx */
import type { MethodPage, Report } from "#shared/report/report.ts";
import { Cite } from "./statement.tsx";

function Weights({ method }: { method: MethodPage }) {
  return (
    <div class="table-scroll">
      <table>
        <caption>Weights of the areas</caption>
        <thead>
          <tr>
            <th scope="col">Area</th>
            <th scope="col" class="number">
              Weight of 100
            </th>
            <th scope="col">Questions</th>
          </tr>
        </thead>
        <tbody>
          {method.domains.map(({ name, weight, questions }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td class="number">{weight}</td>
              <td>{questions}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Returns how the report was worked out, what it cites, and how to challenge it. */
export function MethodPart({ report }: { report: Report }) {
  const { method } = report;
  return (
    <section aria-labelledby="method-title" class="method">
      <h2 id="method-title">{method.headline}</h2>
      {method.paragraphs.map((statement) => (
        <Cite key={statement.text} statement={statement} report={report} />
      ))}
      <Weights method={method} />
      <h3>Red flags and their caps</h3>
      <ul>
        {method.caps.map(({ flag, text }) => (
          <li key={flag}>
            <strong>{flag}</strong> {text}
          </li>
        ))}
      </ul>
      <h3>Sources</h3>
      <ul class="source-list">
        {method.sources.map(({ id, title, url, mark, note }) => (
          <li key={id}>
            <span class="label">{id}</span> {url === null ? title : <a href={url}>{title}</a>}
            {` (${[mark, note].filter(Boolean).join("; ")})`}
          </li>
        ))}
      </ul>
      {[method.marks, method.mappingNote, method.notAsked, method.challenge].map((text) => (
        <p key={text}>{text}</p>
      ))}
    </section>
  );
}
