/** @jsxImportSource hono/jsx */
import type { Answers, Headcount, Industry } from "#shared/edition.ts";
import type { Report, WhatIfSummary } from "#shared/report/report.ts";
import { PageData } from "../page-data.tsx";

/** What the browser needs to score again: the reader's own answers, on the reader's own page. */
export interface WhatIfData {
  edition: string;
  /** Without people answers in the shared version. */
  answers: Answers;
  industry: Industry;
  infrastructurePeople: number;
  /** For the capacity line; null before the contact step. */
  headcount: Headcount | null;
  people: boolean;
  options: WhatIfSummary["options"];
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

type Option = WhatIfSummary["options"][number];

/** Where a step stands is written by the script: here it says where it stands today. */
function Toggle({ option: { recommendationId, title, list } }: { option: Option }) {
  return (
    <div class="choice">
      <input type="checkbox" id={`do-${recommendationId}`} name="do" value={recommendationId} />
      <label for={`do-${recommendationId}`}>{title}</label>
      <span class="standing" data-standing={recommendationId}>
        {list}
      </span>
    </div>
  );
}

function Steps({ options }: { options: readonly Option[] }) {
  const further = options.filter(({ list }) => list === "further");
  return (
    <fieldset class="what-if-steps">
      <legend>If this were done</legend>
      {options
        .filter(({ list }) => list !== "further")
        .map((option) => (
          <Toggle key={option.recommendationId} option={option} />
        ))}
      {further.length === 0 ? null : (
        <details class="why" data-further="">
          <summary>{`${further.length} more that answers call for, beyond the plan`}</summary>
          {further.map((option) => (
            <Toggle key={option.recommendationId} option={option} />
          ))}
        </details>
      )}
    </fieldset>
  );
}

function When() {
  return (
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
  );
}

/** Shown by the script only: without one the table above says what the plan gives. */
function Toggles({ options, used }: { options: readonly Option[]; used: string | undefined }) {
  return (
    <form class="what-if" data-what-if="" data-used={used} hidden>
      {used === undefined ? null : (
        <p class="small muted">We note once that you tried this, never which steps.</p>
      )}
      <Steps options={options} />
      <When />
      <div class="what-if-outcome">
        <p data-outcome="" aria-live="polite" />
        <div class="what-if-bars" data-scores-then="" />
        <button type="button" class="button secondary" data-reset="">
          Clear all
        </button>
      </div>
      <div class="what-if-plan">
        <h3>The plan that would remain</h3>
        <div data-plan-then="" />
      </div>
    </form>
  );
}

const axisNames = { readiness: "Most readiness for the effort", tsr: "Most relief for the effort" } as const;

function Best({ best }: { best: WhatIfSummary["best"] }) {
  return (
    <ul class="best-gains">
      {best.map(({ axis, sentence, recommendationIds }) => (
        <li key={axis}>
          <p>
            <strong>{`${axisNames[axis]}:`}</strong> {sentence}
          </p>
          <button
            type="button"
            class="button secondary"
            data-try={recommendationIds.join(".")}
            aria-label={`Try these: ${axisNames[axis]}`}
            hidden
          >
            Try these
          </button>
        </li>
      ))}
    </ul>
  );
}

interface WhatIfPartProps {
  report: Report;
  data: WhatIfData | undefined;
  /** Address told once that the reader tried steps; left out where nobody is told. */
  used?: string | undefined;
}

/** Returns what doing things would change; planning arithmetic, not a promise. */
export function WhatIfPart({ report, data, used }: WhatIfPartProps) {
  const { whatIf, plan } = report;
  if (plan.lists.every(({ items }) => items.length === 0)) return null;
  return (
    <section id="what-if" aria-labelledby="what-if-title">
      <h2 id="what-if-title">What changes what</h2>
      {whatIf.best.length === 0 ? null : <Best best={whatIf.best} />}
      <Checkpoints whatIf={whatIf} people={report.load !== null} />
      {data ? <Toggles options={whatIf.options} used={used} /> : null}
      <p class="small muted">
        We change answers to what each step makes true, and score again. Planning arithmetic, our judgement,
        not a promise.
      </p>
      {data ? <PageData name="what-if" data={data} /> : null}
    </section>
  );
}
