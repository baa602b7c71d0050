/** One measured table. Figures are texts with their unit; what is compared stands in one run. */
export interface BenchTable {
  title: string;
  columns: readonly string[];
  rows: readonly (readonly string[])[];
  /** How it was measured, and what it does not show. */
  notes?: readonly string[];
}

/** Returns the table in Markdown, fit for a terminal and for a note alike. */
export function asMarkdown({ title, columns, rows, notes = [] }: BenchTable): string {
  const widths = columns.map((column, index) =>
    Math.max(column.length, ...rows.map((row) => (row[index] ?? "").length)),
  );
  const line = (cells: readonly string[]) =>
    `| ${widths.map((width, index) => (cells[index] ?? "").padEnd(width)).join(" | ")} |`;
  const rule = `|${widths.map((width) => "-".repeat(width + 2)).join("|")}|`;
  const said = notes.map((note) => `- ${note}`);
  return [
    `## ${title}`,
    "",
    line(columns),
    rule,
    ...rows.map(line),
    ...(said.length ? ["", ...said] : []),
    "",
  ].join("\n");
}

/** Returns the value below which a share of the sorted values lies: 0.5 is the median. Null for no values. */
export function quantile(values: readonly number[], share: number): number | null {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? null;
}
