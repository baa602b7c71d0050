/** @jsxImportSource hono/jsx */
import type { Answers, Industry } from "#shared/edition.ts";
import type { Report, WhatIfSummary } from "#shared/report/report.ts";
import { PageData } from "../page-data.tsx";

/** What the browser needs to score again: the reader's own answers, on the reader's own page. */
export interface WhatIfData {
  edition: string;
  /** Without people answers in the shared version. */
  answers: Answers;
  industry: Industry;
  infrastructurePeople: number;
  people: boolean;
}

const checkpoints = [
  { days: "30", label: "30 days" },
  { days: "90", label: "90 days" },
  { days: "365", label: "one year" },
] as const;

function Checkpoints({ whatIf, people }: { whatIf: WhatIfSummary; people: boolean }) {
  return (
    <div class="table-scroll">
      <table>
        <caption>When the lists of the plan are done</caption>
        <thead>
          <tr>
            <th scope="col">Checkpoint</th>
            <th scope="col">Readiness (range)</th>
            {people ? <th scope="col">Load, lower is better</th> : null}
          </tr>
        </thead>
        <tbody>
          {whatIf.checkpoints.map(({ label, readiness, tsr }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td class="figures">{readiness}</td>
              {people ? <td class="figures">{tsr || "no number"}</td> : null}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Shown by the script only: without one the table above says what the plan gives. */
function Toggles({ report }: { report: Report }) {
  const items = report.plan.lists.flatMap(({ items: listed }) => listed);
  return (
    <form class="what-if" data-what-if="" hidden>
      <fieldset class="what-if-steps">
        <legend>If this were done</legend>
        {items.map(({ recommendationId, title, list }) => (
          <div class="choice" key={recommendationId}>
            <input type="checkbox" id={`do-${recommendationId}`} name="do" value={recommendationId} />
            <label for={`do-${recommendationId}`}>
              {title} <span class="muted">{list}</span>
            </label>
          </div>
        ))}
      </fieldset>
      <fieldset class="what-if-when">
        <legend>Look at it after</legend>
        <div class="choices choices-inline">
          {checkpoints.map(({ days, label }) => (
            <div class="choice" key={days}>
              <input type="radio" id={`after-${days}`} name="after" value={days} checked={days === "90"} />
              <label for={`after-${days}`}>{label}</label>
            </div>
          ))}
        </div>
      </fieldset>
      <p class="what-if-outcome" data-outcome="" aria-live="polite" />
    </form>
  );
}

/** Returns what doing things would change; planning arithmetic, not a promise. */
export function WhatIfPart({ report, data }: { report: Report; data: WhatIfData | undefined }) {
  const { whatIf, plan } = report;
  if (plan.lists.every(({ items }) => items.length === 0)) return null;
  return (
    <section id="what-if" aria-labelledby="what-if-title">
      <h2 id="what-if-title">What changes what</h2>
      <ul>
        {whatIf.best.map(({ sentence }) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <Checkpoints whatIf={whatIf} people={report.load !== null} />
      <Toggles report={report} />
      <p class="small muted">
        We change answers to what each step makes true, and score again. Planning arithmetic, our judgement,
        not a promise.
      </p>
      {data ? <PageData name="what-if" data={data} /> : null}
    </section>
  );
}
