/** @jsxImportSource hono/jsx */
import { BarChart } from "#functions/console/funnel/bar-chart.tsx";
import type { FunnelReport, WaitRow } from "#functions/console/funnel/funnel-report.ts";
import { countText, gradeText } from "#functions/console/funnel/funnel-words.ts";
import { NumberTable } from "#functions/console/funnel/number-table.tsx";

/** One for each edge of `contactEdges`, the quickest first. */
const edges = [
  { text: "1 hour", fill: "good-fill" },
  { text: "4 hours", fill: "accent-fill" },
  { text: "1 day", fill: "muted-fill" },
  { text: "3 days", fill: "caution-fill" },
  { text: "Later", fill: "danger-fill" },
] as const;

const contacted = ({ waited }: WaitRow) => waited.reduce((total, count) => total + count, 0);

/** Time to first contact, by grade: how long a lead waited for sales. */
export function WaitPart({ waits }: Pick<FunnelReport, "waits">) {
  return (
    <section aria-labelledby="waits">
      <h2 id="waits">Time to first contact</h2>
      <div class="console-pair">
        <div>
          <BarChart
            title="Time to first contact by grade"
            bars={waits.map((row) => ({
              label: row.grade === "none" ? gradeText(row.grade) : `Grade ${row.grade}`,
              parts: edges.map(({ fill }, at) => ({ value: row.waited[at] ?? 0, fill })),
              note: countText(contacted(row)),
            }))}
          />
          <ul class="plain console-legend">
            {edges.map(({ text, fill }) => (
              <li key={text}>
                <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true" focusable="false">
                  <rect class={fill} width="12" height="12" />
                </svg>
                {text}
              </li>
            ))}
          </ul>
        </div>
        <NumberTable
          caption="Time to first contact by grade"
          columns={["Grade", ...edges.map(({ text }) => text), "Not yet"]}
          rows={waits.map((row) => ({
            key: row.grade,
            name: gradeText(row.grade),
            cells: [...row.waited, row.untouched].map(countText),
          }))}
        />
      </div>
      <p class="console-under">
        First contact is when somebody first set the status to contacted or beyond. Each column counts what
        the one before it does not.
      </p>
    </section>
  );
}
