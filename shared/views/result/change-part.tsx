/** @jsxImportSource hono/jsx */
import type { ChangePage, ChangeRow, StepRow } from "#shared/report/report.ts";

const printed = (value: number | null) => (value === null ? "–" : String(value));

/** Before and after as two marks on one track; the words beside it say the same. */
function ChangeBar({ before, after, name, better }: ChangeRow) {
  if (before === null || after === null) return null;
  const title = `${name}: ${before} before, ${after} now, of 100; ${better === "more" ? "higher" : "lower"} is better.`;
  return (
    <svg
      class="score-bar change-bar"
      viewBox="0 0 100 12"
      preserveAspectRatio="none"
      role="img"
      aria-label={title}
    >
      <title>{title}</title>
      <rect class="score-bar-track" x="0" y="4" width="100" height="4" />
      <rect
        class="change-span"
        x={Math.min(before, after)}
        y="4"
        width={Math.abs(after - before)}
        height="4"
      />
      <line class="change-before" x1={before} x2={before} y1="1" y2="11" vector-effect="non-scaling-stroke" />
      <line class="change-after" x1={after} x2={after} y1="0" y2="12" vector-effect="non-scaling-stroke" />
    </svg>
  );
}

const directionWords = { better: "better", worse: "worse", none: "" } as const;

function Row({ row }: { row: ChangeRow }) {
  const { name, before, after, difference, direction, because } = row;
  return (
    <li class="change">
      <div class="domain-line">
        <h4>{name}</h4>
        <p class="domain-score figures">
          {`${printed(before)} → ${printed(after)}`}
          <span class={`change-${direction}`}>
            {` ${difference}${direction === "none" ? "" : `, ${directionWords[direction]}`}`}
          </span>
        </p>
      </div>
      <ChangeBar {...row} />
      {because.length === 0 ? null : (
        <details class="why">
          <summary>
            Which answers changed<span class="visually-hidden">: {name}</span>
          </summary>
          <ul class="why-body">
            {because.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </details>
      )}
    </li>
  );
}

function Rows({ title, rows }: { title: string; rows: readonly ChangeRow[] }) {
  if (rows.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <ul class="changes">
        {rows.map((row) => (
          <Row key={row.id} row={row} />
        ))}
      </ul>
    </>
  );
}

const stateWords: Readonly<Record<StepRow["state"], string>> = {
  done: "Done",
  open: "Open",
  slipped: "Slipped",
};

function Steps({ steps, slipped }: Pick<ChangePage, "steps" | "slipped">) {
  if (steps.length === 0) return null;
  return (
    <>
      <h3>What became of the plan</h3>
      {slipped === null ? null : <p class="cap-note">{slipped}</p>}
      <ul class="changes">
        {steps.map(({ recommendationId, title, said, seen, state }) => (
          <li class="change" key={recommendationId}>
            <div class="domain-line">
              <h4>{title}</h4>
              <p class={`domain-score step-${state}`}>{stateWords[state]}</p>
            </div>
            <p class="small">{`${said}. ${seen}`}</p>
          </li>
        ))}
      </ul>
    </>
  );
}

/** Returns before and after: the numbers, what stands behind them, and what became of the plan. */
export function ChangePart({ change }: { change: ChangePage }) {
  return (
    <section aria-labelledby="change-title">
      <h2 id="change-title">{change.headline}</h2>
      <p>{change.summary}</p>
      {change.flags.map((text) => (
        <p key={text}>{text}</p>
      ))}
      {change.notes.map((text) => (
        <p class="small muted" key={text}>
          {text}
        </p>
      ))}
      <Rows title="The two numbers" rows={change.scores} />
      <Rows title="By area" rows={change.domains} />
      <Rows title="By cause of load, lower is better" rows={change.causes} />
      <Steps {...change} />
    </section>
  );
}
