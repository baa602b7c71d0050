/** @jsxImportSource hono/jsx */
import { readFileSync } from "node:fs";
import path from "node:path";
import { serve } from "@hono/node-server";
import { serveStatic } from "@hono/node-server/serve-static";
import { Hono } from "hono";
import { framed } from "#functions/api/pages/page.ts";
import { buildReport } from "#shared/report/build-report.ts";
import type { ReportInput } from "#shared/report/report-input.ts";
import { ResultView } from "#shared/views/result/result-view.tsx";
import { trialData } from "#shared/views/result/trial-data.ts";
import { openBrowser } from "../../e2e/browser.ts";
import { siteDist } from "../../site/built-pages.ts";

/** The page that the mail links to, with everything on it; print styles open every disclosure. */
function reportPage(input: ReportInput): string {
  const report = buildReport(input);
  const trial = trialData(input.edition, input.answers, input.profile, report);
  const content = <ResultView report={report} stage="report" links={{}} whatIf={trial} />;
  const shell = readFileSync(path.join(siteDist, "shell/index.html"), "utf8");
  return framed(shell, { title: report.cover.title, content });
}

export interface PrintingBrowser {
  /** Loads the page of a report in a new tab without scripts and prints it, tagged and with outline as ours is. */
  print(index: number): Promise<Uint8Array>;
  /** Prints the page that `print` opened last once more: no loading, no layout of the screen. */
  printAgain(): Promise<Uint8Array>;
  close(): Promise<void>;
}

/** Starts the browser and a server for the pages of the given reports, with the built site's styles and fonts. */
export async function openPrintingBrowser(inputs: readonly ReportInput[]): Promise<PrintingBrowser> {
  const pages = inputs.map(reportPage);
  const app = new Hono();
  app.get("/report/:index", (context) => context.html(pages[Number(context.req.param("index"))] ?? ""));
  app.use(serveStatic({ root: siteDist }));
  const { server, port } = await new Promise<{ server: ReturnType<typeof serve>; port: number }>(
    (resolve) => {
      const started = serve({ fetch: app.fetch, port: 0, hostname: "127.0.0.1" }, ({ port: own }) =>
        resolve({ server: started, port: own }),
      );
    },
  );
  const browser = await openBrowser();
  const context = await browser.newContext({ javaScriptEnabled: false });
  let tab = await context.newPage();
  const printed = () => tab.pdf({ format: "Letter", printBackground: true, tagged: true, outline: true });
  return {
    print: async (index) => {
      await tab.close();
      tab = await context.newPage();
      await tab.goto(`http://127.0.0.1:${port}/report/${index}`);
      return printed();
    },
    printAgain: printed,
    close: async () => {
      await browser.close();
      server.close();
    },
  };
}
