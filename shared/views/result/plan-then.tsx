/** @jsxImportSource hono/jsx */
import type { PlanAfter } from "#shared/report/plan-after.ts";
import { Bar } from "./bar.tsx";

/** Returns both scores as bars, as they would be. */
export function ScoresThen({ later }: Pick<PlanAfter, "later">) {
  const { overall, low, high, tsr } = later;
  return (
    <>
      {overall === null ? null : (
        <Bar
          kind="readiness"
          value={overall}
          low={low}
          high={high}
          title={`Readiness then: ${overall} of 100, range ${low} to ${high}.`}
        />
      )}
      {tsr === null ? null : (
        <Bar kind="load" value={tsr} title={`Load then: ${tsr} of 100, lower is better.`} />
      )}
    </>
  );
}

/** Returns the lists of the plan that would remain. */
export function PlanThen({ remaining }: Pick<PlanAfter, "remaining">) {
  const lists = [...new Set(remaining.map(({ list }) => list))];
  if (lists.length === 0) return <p>No step would be called for.</p>;
  return (
    <dl class="plan-then">
      {lists.map((list) => (
        <>
          <dt>{list}</dt>
          <dd>
            <ul>
              {remaining
                .filter((step) => step.list === list)
                .map(({ recommendationId, title, isNew }) => (
                  <li key={recommendationId}>
                    {title}
                    {isNew ? <span class="tag"> comes up</span> : null}
                  </li>
                ))}
            </ul>
          </dd>
        </>
      ))}
    </dl>
  );
}
