/** Accepted submissions a second, against bare PutItem calls by the same client to the same table. */

import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { PutCommand } from "@aws-sdk/lib-dynamodb";
import { readAssessment } from "#functions/store/assessments.ts";
import type { Submission } from "#shared/submission.ts";
import { sampleSubmission } from "../../functions/sample-submissions.ts";
import { createTestApp, type TestApp } from "../../functions/test-app.ts";
import { type BenchTable, quantile } from "../table.ts";
import { inParallel } from "./in-parallel.ts";
import { type SeparateTable, startSeparateTable } from "./separate-table.ts";

const rounds = 5;
const perRound = 300;
const width = 16;
const submissionsForMemory = 10_000;

const rate = (perSecond: number) => `${Math.round(perSecond)}/s`;
const median = (values: readonly number[]) => quantile(values, 0.5) ?? 0;

async function prepared(app: TestApp, count: number): Promise<Submission[]> {
  const all: Submission[] = [];
  for (let made = 0; made < count; made += 1) all.push(sampleSubmission({ proof: await app.proof() }));
  return all;
}

async function submit(app: TestApp, submission: Submission): Promise<void> {
  const { status } = await app.submit(submission, {
    "x-test-source": `2001:db8:${submission.submissionId.slice(0, 4)}::1`,
  });
  if (status !== 201) throw new Error(`A submission was answered with ${status}.`);
}

/** Bare PutItem calls: of the whole assessment, or with as many small items beside it as acceptance makes calls. */
async function putBare({ table }: SeparateTable, count: number, item: object, smallBeside: number) {
  const put = (Item: Record<string, unknown>) =>
    table.client.send(new PutCommand({ TableName: table.name, Item }));
  return inParallel(Array.from({ length: count }), width, async () => {
    await put({ ...item, pk: `FLOOR#${crypto.randomUUID()}` });
    for (let call = 0; call < smallBeside; call += 1)
      await put({
        pk: `FLOOR#${crypto.randomUUID()}`,
        usedBy: crypto.randomUUID(),
        expiresAt: 2_000_000_000,
      });
  });
}

function heapMegabytes(): number {
  setFlagsFromString("--expose-gc");
  const collect: () => void = runInNewContext("gc");
  collect();
  return process.memoryUsage().heapUsed / 2 ** 20;
}

/** Heap after the first thousand and after ten thousand: what is kept for each submission would show. */
async function memory(separate: SeparateTable): Promise<BenchTable> {
  const app = createTestApp(separate.table, {
    log: { info: () => undefined, error: () => undefined },
    stepsOwed: () => undefined,
  });
  const submitMany = (count: number) =>
    inParallel(Array.from({ length: count }), width, () => submit(app, sampleSubmission()));
  await submitMany(1_000);
  const early = heapMegabytes();
  await submitMany(submissionsForMemory - 1_000);
  const late = heapMegabytes();
  return {
    title: "Memory of the API over 10,000 submissions",
    columns: ["submissions", "heap in use", "ratio"],
    rows: [
      ["1,000", `${early.toFixed(1)} MB`, "1.00"],
      ["10,000", `${late.toFixed(1)} MB`, (late / early).toFixed(2)],
    ],
    notes: ["Heap after a garbage collection; the table is another process."],
  };
}

/** Returns rates of acceptance and of its floors, and the memory it takes. */
export async function acceptance(): Promise<BenchTable[]> {
  const separate = await startSeparateTable();
  try {
    const app = createTestApp(separate.table);
    const [first] = await prepared(app, 1);
    if (first === undefined) throw new Error("There is no submission.");
    const before = separate.calls();
    await submit(app, first);
    const callsEach = separate.calls() - before;
    const item = (await readAssessment(separate.table, first.submissionId)) ?? {};

    const figures = { accepted: [0], one: [0], same: [0] };
    for (const list of Object.values(figures)) list.length = 0;
    for (let round = 0; round < rounds; round += 1) {
      const submissions = await prepared(app, perRound);
      figures.one.push(perRound / (await putBare(separate, perRound, item, 0)));
      figures.accepted.push(perRound / (await inParallel(submissions, width, (one) => submit(app, one))));
      figures.same.push(perRound / (await putBare(separate, perRound, item, callsEach - 1)));
    }
    const [accepted, one, same] = [median(figures.accepted), median(figures.one), median(figures.same)];
    const toSame = accepted / same;
    return [
      {
        title: "Acceptance against bare PutItem",
        columns: ["what", "median", "of the floor", "aim"],
        rows: [
          [`floor: ${callsEach} PutItem for each submission`, rate(same), "1.00", ""],
          [
            "accepted submissions, proof checked",
            rate(accepted),
            toSame.toFixed(2),
            `at least 0.8: ${toSame >= 0.8 ? "met" : "missed"}`,
          ],
          ["a single PutItem for each submission", rate(one), (one / same).toFixed(2), ""],
        ],
        notes: [
          `Acceptance makes ${callsEach} calls to the table: read, limits, proof, the one conditional write, counter.`,
          `${rounds} rounds of ${perRound} each, ${width} at a time, in turns; the table is another process.`,
        ],
      },
      await memory(separate),
    ];
  } finally {
    separate.close();
  }
}
