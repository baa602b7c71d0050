/** @jsxImportSource hono/jsx */
import { BarChart } from "#functions/console/funnel/bar-chart.tsx";
import {
  type FunnelFilter,
  type FunnelReport,
  periods,
  type SourceRow,
} from "#functions/console/funnel/funnel-report.ts";
import {
  countText,
  earningText,
  gradeText,
  percentText,
  rateText,
  sourceName,
} from "#functions/console/funnel/funnel-words.ts";
import { NumberTable } from "#functions/console/funnel/number-table.tsx";
import { WaitPart } from "#functions/console/funnel/wait-part.tsx";

interface FunnelViewProps {
  report: FunnelReport;
  days: number;
  filter: FunnelFilter;
}

function path(days: number, { page, campaign }: FunnelFilter): string {
  const query = new URLSearchParams({
    days: String(days),
    ...(page === null ? {} : { page }),
    ...(campaign === null ? {} : { campaign }),
  });
  return `/console/funnel?${query}`;
}

function Periods({ days, filter }: Pick<FunnelViewProps, "days" | "filter">) {
  return (
    <nav aria-label="Period">
      <ul class="plain console-views">
        {periods.map((period) => (
          <li key={period}>
            <a href={path(period, filter)} aria-current={period === days ? "page" : undefined}>
              {period} days
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Stages({ stages }: Pick<FunnelReport, "stages">) {
  return (
    <div class="console-pair">
      <BarChart
        title="The funnel from view to won"
        bars={stages.map(({ text, count }) => ({
          label: text,
          parts: [{ value: count, fill: "accent-fill" }],
          note: countText(count),
        }))}
      />
      <NumberTable
        caption="The funnel from view to won"
        columns={["Stage", "Count", "Lost since the one before"]}
        rows={stages.map(({ id, text, count, lost }) => ({
          key: id,
          name: text,
          cells: [countText(count), percentText(lost)],
        }))}
      />
    </div>
  );
}

interface SourcesProps {
  rows: readonly SourceRow[];
  kind: "page" | "campaign";
  none: string;
  days: number;
}

function Sources({ rows, kind, none, days }: SourcesProps) {
  const link = (name: string) => path(days, { page: null, campaign: null, [kind]: name });
  return (
    <NumberTable
      caption={`By ${kind}`}
      columns={[
        kind === "page" ? "Page" : "Campaign",
        "Views",
        "Starts",
        "Submitted",
        "Confirmed",
        "Booked",
        "Won",
        "Booked for 100 views",
      ]}
      rows={rows.map((row) => ({
        key: row.name,
        name: row.name === "" ? none : <a href={link(row.name)}>{sourceName(row.name, none)}</a>,
        cells: [
          ...[row.views, row.starts, row.submitted, row.confirmed, row.booked, row.won].map(countText),
          rateText(row.booked, row.views),
        ],
      }))}
    />
  );
}

const gradeFills = {
  A: "accent-fill",
  B: "accent-fill",
  C: "muted-fill",
  D: "muted-fill",
  none: "caution-fill",
} as const;

function Grades({ grades }: Pick<FunnelReport, "grades">) {
  const all = grades.reduce((total, { count }) => total + count, 0);
  const share = (count: number) => percentText(all === 0 ? null : count / all);
  return (
    <div class="console-pair">
      <BarChart
        title="Leads by grade"
        bars={grades.map(({ grade, count }) => ({
          label: gradeText(grade),
          parts: [{ value: count, fill: gradeFills[grade] }],
          note: countText(count),
        }))}
      />
      <NumberTable
        caption="Leads by grade"
        columns={["Grade", "Leads", "Share"]}
        rows={grades.map(({ grade, count }) => ({
          key: grade,
          name: gradeText(grade),
          cells: [countText(count), share(count)],
        }))}
      />
    </div>
  );
}

/** The dashboard: which page earns, where visitors leave, how quick we are. */
export function FunnelView({ report, days, filter }: FunnelViewProps) {
  const { stages, byPage, byCampaign, grades, waits } = report;
  const chosen = filter.page ?? filter.campaign;
  const earning = earningText(byPage, days);
  return (
    <>
      <h1>Funnel</h1>
      <Periods days={days} filter={filter} />
      {earning === null ? null : <p class="lead">{earning}</p>}
      <section aria-labelledby="pages">
        <h2 id="pages">By page a visit began on</h2>
        <Sources rows={byPage} kind="page" none="Not known" days={days} />
      </section>
      <section aria-labelledby="campaigns">
        <h2 id="campaigns">By campaign</h2>
        <Sources rows={byCampaign} kind="campaign" none="No campaign" days={days} />
      </section>
      <section aria-labelledby="stages">
        <h2 id="stages">From view to won{chosen === null ? "" : `: ${chosen}`}</h2>
        {chosen === null ? null : (
          <p>
            <a href={path(days, { page: null, campaign: null })}>Show all pages and campaigns</a>
          </p>
        )}
        <Stages stages={stages} />
        <p class="console-under">
          Views, starts and steps are counted without a cookie, and not for visitors who ask not to be
          followed or use no script; so fewer may have started than submitted. A lead counts on the day it
          came, whatever day it was won. Days are in UTC.
        </p>
      </section>
      <WaitPart waits={waits} />
      <section aria-labelledby="grades">
        <h2 id="grades">Grade mix</h2>
        <Grades grades={grades} />
      </section>
    </>
  );
}
