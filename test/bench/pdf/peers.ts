import { layOutReport } from "#functions/pdf/render-report.tsx";
import { buildReport } from "#shared/report/build-report.ts";
import type { ReportInput } from "#shared/report/report-input.ts";
import { funnelConfig } from "../../shared/report/golden-report.ts";
import { type BenchTable, quantile } from "../table.ts";
import { drawingOf } from "./drawing.ts";
import { median, met, milliseconds, times } from "./measures.ts";
import { drawWithPdfkit } from "./plain-pdfkit.ts";
import type { Sizes } from "./sizes.ts";
import { openPrintingBrowser } from "./warm-chromium.tsx";

/** Makes the PDF of the report of that index. */
export type Render = (index: number) => Promise<Uint8Array>;

type Way = "ours" | "pdfkit" | "chromium" | "chromium again";

interface Taken {
  times: number[];
  /** Of the largest file. */
  bytes: number;
}

/** Every way renders every report in turn, so that whatever else the machine does falls on all alike. */
async function inTurn(
  ways: ReadonlyMap<Way, Render>,
  reports: number,
  { rounds, warmUps }: Sizes,
): Promise<(way: Way) => Taken> {
  const taken = new Map([...ways.keys()].map((way): [Way, Taken] => [way, { times: [], bytes: 0 }]));
  const of = (way: Way): Taken => taken.get(way) ?? { times: [], bytes: 0 };
  for (let round = -warmUps; round < rounds; round += 1)
    for (let index = 0; index < reports; index += 1)
      for (const [way, render] of ways) {
        const start = performance.now();
        const { length } = await render(index);
        if (round < 0) continue;
        of(way).times.push(performance.now() - start);
        of(way).bytes = Math.max(of(way).bytes, length);
      }
  return of;
}

async function drawings(inputs: readonly ReportInput[]) {
  const laidOut = await Promise.all(inputs.map((input) => layOutReport(buildReport(input), funnelConfig)));
  return laidOut.map(({ document }) => drawingOf(document.root));
}

function peersTable(of: (way: Way) => Taken, reports: number, { rounds }: Sizes): BenchTable {
  const ours = median(of("ours").times);
  const ratio = (way: Way) => ours / median(of(way).times);
  const row = (label: string, way: Way, aim = "", isMet = "") => {
    const { times: all, bytes } = of(way);
    const ninth = quantile(all, 0.9) ?? Number.NaN;
    const cells = [milliseconds(median(all)), milliseconds(ninth), `${Math.round(bytes / 1024)} KB`];
    return [label, way === "ours" ? "1" : times(ratio(way)), ...cells, aim, isMet];
  };
  return {
    title: "Report PDF, warm: ten pages",
    columns: ["way", "ours takes of it", "median", "9 of 10 within", "largest file", "aim", ""],
    rows: [
      row("ours: report to tagged PDF", "ours", "under 300 KB", met(of("ours").bytes < 300_000)),
      row("plain pdfkit, same texts and shapes", "pdfkit", "at most 4×", met(ratio("pdfkit") <= 4)),
      row("Chromium, HTML report to PDF", "chromium", "at most 0.5×", met(ratio("chromium") <= 0.5)),
      row("Chromium, an open page printed again", "chromium again"),
    ],
    notes: [
      `${rounds} rounds of ${reports} different reports, all ways in turn; ours is the bundle as deployed.`,
      "pdfkit gets opened fonts and finished places: no layout, no line breaking, no tags, links or outline.",
      "Chromium is running; it opens the page in a new tab without scripts, then prints it tagged with outline. The page has the same content in a looser layout, on some 28 sheets.",
    ],
  };
}

/** Compares ours with plain pdfkit and with a warm Chromium over the given reports. */
export async function againstPeers(
  ours: Render,
  inputs: readonly ReportInput[],
  sizes: Sizes,
): Promise<BenchTable> {
  const drawn = await drawings(inputs);
  const browser = await openPrintingBrowser(inputs);
  const ways = new Map<Way, Render>([
    ["ours", ours],
    ["pdfkit", (index) => drawWithPdfkit(drawn[index] ?? [])],
    ["chromium", browser.print],
    ["chromium again", browser.printAgain],
  ]);
  const of = await inTurn(ways, inputs.length, sizes);
  await browser.close();
  return peersTable(of, inputs.length, sizes);
}
