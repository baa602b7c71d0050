import { csv } from "#shared/report/exports/csv.ts";
import { exportTasks, type Task } from "#shared/report/exports/tasks.ts";
import type { Report } from "#shared/report/report.ts";

const columns: readonly { name: string; of: (task: Task) => string }[] = [
  { name: "Title", of: ({ title }) => title },
  { name: "Description", of: ({ description }) => description },
  { name: "Type", of: ({ type }) => type },
  { name: "List", of: ({ list }) => list ?? "" },
  { name: "Due date", of: ({ due }) => due ?? "" },
  { name: "Owner", of: ({ owner }) => owner ?? "" },
  { name: "Effort", of: ({ effort }) => effort ?? "" },
  { name: "Doer", of: ({ doer }) => doer ?? "" },
  { name: "Done when", of: ({ doneWhen }) => doneWhen ?? "" },
  { name: "Steps", of: ({ steps }) => steps.map((step, index) => `${index + 1}. ${step}`).join("\n") },
  { name: "Labels", of: ({ labels }) => labels.join("; ") },
  { name: "Sources", of: ({ sources }) => sources.map(sourceText).join("\n") },
  { name: "Questions", of: ({ questionIds }) => questionIds.join("; ") },
  { name: "Reference", of: ({ reference }) => reference },
];

function sourceText({ id, title, url }: Task["sources"][number]): string {
  return [`${id}: ${title}`, url].filter(Boolean).join(", ");
}

/**
 * Returns findings and plan as CSV, one task a row.
 * @param date the day of the report, YYYY-MM-DD
 */
export function planCsv(report: Report, date: string): string {
  const rows = exportTasks(report, date).map((task) => columns.map(({ of }) => of(task)));
  return csv([columns.map(({ name }) => name), ...rows]);
}

/**
 * Returns findings and plan as JSON, with what the whole rests on.
 * @param date the day of the report, YYYY-MM-DD
 */
export function planJson(report: Report, date: string): string {
  const { edition, variant, cover, readiness } = report;
  const { score, low, high, level } = readiness;
  const content = {
    format: "digital-readiness-plan",
    version: 1,
    edition,
    variant,
    date,
    organisation: cover.organisation,
    note: cover.statement,
    readiness: { score, low, high, level },
    tasks: exportTasks(report, date),
  };
  return `${JSON.stringify(content, null, 2)}\n`;
}
