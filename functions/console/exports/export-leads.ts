import type { Hono } from "hono";
import { stream } from "hono/streaming";
import { z } from "zod";
import type { ConsoleDependencies, ConsoleEnvironment } from "#functions/console/dependencies.ts";
import {
  type ExportedLead,
  exportCells,
  exportColumns,
  exportedLead,
} from "#functions/console/exports/exported-lead.ts";
import { foundRows, monthsKept } from "#functions/console/leads/lead-list.tsx";
import { filterOf, listQueryText, parseListQuery } from "#functions/console/leads/list-query.ts";
import { listSeals } from "#functions/console/leads/sealed-state.ts";
import { eachLead } from "#functions/store/lead-list.ts";
import type { LeadRow } from "#functions/store/lead-rows.ts";
import { keepRecord } from "#functions/store/records.ts";
import { byteOrderMark, csvLine } from "#shared/report/exports/csv.ts";

type Portions = AsyncIterable<readonly LeadRow[]>;
type Shape = (row: LeadRow) => ExportedLead;

async function* asCsv(portions: Portions, shape: Shape): AsyncGenerator<string> {
  yield byteOrderMark + csvLine(exportColumns);
  for await (const rows of portions) yield rows.map((row) => csvLine(exportCells(shape(row)))).join("");
}

async function* asJson(portions: Portions, shape: Shape): AsyncGenerator<string> {
  yield '{"format":"digital-readiness-leads","version":1,"leads":[';
  let separator = "\n";
  for await (const rows of portions)
    for (const row of rows) {
      yield separator + JSON.stringify(shape(row));
      separator = ",\n";
    }
  yield "\n]}\n";
}

const formats = {
  csv: { write: asCsv, type: "text/csv; charset=utf-8" },
  json: { write: asJson, type: "application/json; charset=utf-8" },
} as const;

const formatSchema = z.object({ format: z.enum(["csv", "json"]).catch("csv") });

async function* inOne(rows: Promise<readonly LeadRow[]>): Portions & AsyncGenerator<readonly LeadRow[]> {
  yield await rows;
}

const tooLong =
  "\n\nINCOMPLETE: this list is longer than one file may be. Filter it, by status for instance, and export the parts.\n";

/** POST /console/export: the leads of a list as a file, written while they are read; who exported what is on record. */
export function exportLeads(app: Hono<ConsoleEnvironment>, dependencies: ConsoleDependencies): void {
  const { table, config, siteUrl, now, log, longestExport = Number.POSITIVE_INFINITY } = dependencies;
  const shape: Shape = (row) => exportedLead(row, { regions: config.sales, siteUrl });
  app.post("/console/export", async (context) => {
    const { person, sessionHash } = context.get("visitor");
    const form = await context.req.parseBody();
    const { format } = formatSchema.parse(form);
    const query = parseListQuery(form);
    const search =
      query.find === null ? null : await listSeals(dependencies, sessionHash).search.open(query.find);
    const filters = listQueryText({ ...query, find: null, at: null });
    const at = now().toISOString();
    const what = [format.toUpperCase(), filters || "all leads", ...(search === null ? [] : ["a search"])];
    await keepRecord(table, { at, by: person, what: "exported", detail: what.join(", ") });
    log.info("leads exported", { person: person.id, format });
    const portions =
      search === null
        ? eachLead(table, filterOf(query, person.id), { now: now(), months: monthsKept(dependencies) })
        : inOne(foundRows(dependencies, query, search, person.id).then(({ rows }) => rows));
    const { write, type } = formats[format];
    context.header("Content-Type", type);
    context.header("Content-Disposition", `attachment; filename="leads-${at.slice(0, 10)}.${format}"`);
    return stream(
      context,
      async (file) => {
        let length = 0;
        for await (const text of write(portions, shape)) {
          length += Buffer.byteLength(text);
          if (length > longestExport) {
            await file.write(tooLong);
            return;
          }
          await file.write(text);
        }
      },
      async (error, file) => {
        log.error("export broken off", { error: error.name });
        // A file cut short must not pass for a whole one.
        await file.write("\n\nINCOMPLETE: the export broke off here. Export again.\n");
      },
    );
  });
}
