/** What a sweep costs as leads pile up: a hundred due, a thousand to a hundred thousand stored. */
import { BatchWriteCommand } from "@aws-sdk/lib-dynamodb";
import { insertAssessment, readAssessment } from "#functions/store/assessments.ts";
import { dueAssessments } from "#functions/store/due-assessments.ts";
import type { Table } from "#functions/store/table.ts";
import { sampleSubmission } from "../../functions/sample-submissions.ts";
import { createTestApp } from "../../functions/test-app.ts";
import { type BenchTable, quantile } from "../table.ts";
import { inParallel } from "./in-parallel.ts";
import { startSeparateTable } from "./separate-table.ts";

const sizes = [1_000, 10_000, 100_000];
const due = 100;
const tries = 15;
const batch = 25;

/** Leads with nothing owed, as they lie in both indexes; their answers are left out, no sweep reads them. */
async function fill(table: Table, from: number, to: number): Promise<void> {
  const batches = Array.from({ length: Math.ceil((to - from) / batch) }, () => batch);
  await inParallel(batches, 8, (size) =>
    table.client.send(
      new BatchWriteCommand({
        RequestItems: {
          [table.name]: Array.from({ length: size }, () => ({
            PutRequest: {
              Item: {
                pk: `ASSESSMENT#${crypto.randomUUID()}`,
                leadMonth: "LEADS#2026-10",
                createdAt: new Date(Date.UTC(2026, 9, 1) + Math.random() * 2e9).toISOString(),
              },
            },
          })),
        },
      }),
    ),
  );
}

async function makeDue(table: Table): Promise<void> {
  const app = createTestApp(table);
  const sample = sampleSubmission();
  await app.submit(sample);
  const stored = await readAssessment(table, sample.submissionId);
  if (stored === null) throw new Error("The sample was not stored.");
  for (let made = 1; made < due; made += 1)
    await insertAssessment(table, { ...stored, id: crypto.randomUUID() });
}

/** Returns time and calls of a sweep at each size. */
export async function sweepCost(): Promise<BenchTable> {
  const separate = await startSeparateTable();
  const { table } = separate;
  try {
    await makeDue(table);
    const rows: string[][] = [];
    let stored = due;
    let first: number | null = null;
    for (const size of sizes) {
      await fill(table, stored, size);
      stored = size;
      const times: number[] = [];
      const before = separate.calls();
      let found = 0;
      for (let tried = 0; tried < tries; tried += 1) {
        const start = performance.now();
        found = 0;
        for await (const _ of dueAssessments(table, new Date(Date.now() + 60_000))) found += 1;
        times.push(performance.now() - start);
      }
      const median = quantile(times, 0.5) ?? 0;
      first ??= median;
      rows.push([
        size.toLocaleString("en-US"),
        String(found),
        String((separate.calls() - before) / tries),
        `${median.toFixed(1)} ms`,
        (median / first).toFixed(2),
      ]);
    }
    return {
      title: "A sweep with 100 due",
      columns: ["leads stored", "found due", "calls to the table", "median", "ratio"],
      rows,
      notes: [`${tries} sweeps at each size, reading only; aim: no growth with what is stored.`],
    };
  } finally {
    separate.close();
  }
}
