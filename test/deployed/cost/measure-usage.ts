import { gzipSync } from "node:zlib";
import { GetCommand } from "@aws-sdk/lib-dynamodb";
import { openTable } from "#functions/store/table.ts";
import type { Usage } from "../../../infra/cost/usage.ts";
import { localAws } from "../../../infra/local/local-aws.ts";
import { sampleSubmission } from "../../functions/sample-submissions.ts";
import type { Deployment } from "../emulation/deployment.ts";
import { linkIn, type Visitor, visitorOf } from "../visitor.ts";
import { between, read } from "./meter.ts";

const leads = 12;
const sweeps = 20;
const visits = 20;

const size = (bytes: ArrayBuffer) => gzipSync(Buffer.from(bytes)).length;

/** Returns the compressed bytes of a page with everything it loads. */
async function pageBytes(visitor: Visitor, path: string): Promise<number> {
  const html = await (await visitor.get(path)).text();
  const assets = new Set(
    [...html.matchAll(/(?:src|href)="(\/_astro\/[^"]+)"/g)].map(([, asset = ""]) => asset),
  );
  let bytes = gzipSync(html).length;
  for (const asset of assets) bytes += size(await (await visitor.get(asset)).arrayBuffer());
  return bytes;
}

/** What a browser counts on the way to the form and through it. */
async function countEvents(siteUrl: string, events: readonly object[]): Promise<void> {
  for (const event of events)
    await fetch(`${siteUrl}/api/events`, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        "x-visiting-from": `198.18.7.${Math.floor(performance.now()) % 250}`,
      },
      body: JSON.stringify(event),
    });
}

const views = ["/", "/aviation-mro", "/method"].map((page) => ({ event: "view", page }));
const throughForm = [
  { event: "view", page: "/assessment" },
  { event: "start", page: "/assessment" },
];

/** One lead, from the first page to the report downloaded once; returns the bytes out to the visitor. */
async function oneLead(
  deployment: Deployment,
  visitor: Visitor,
): Promise<{ id: string; sent: number; attached: number }> {
  await countEvents(deployment.siteUrl, [...views, ...throughForm]);
  const submission = sampleSubmission();
  const { id, resultUrl } = await visitor.submit(submission);
  await countEvents(deployment.siteUrl, [{ event: "submit", page: "/assessment" }]);
  const result = size(await (await visitor.get(resultUrl)).arrayBuffer());
  await deployment.settled();
  const [mail] = await visitor.mails(submission.contact.email);
  const pdf = await visitor.get(`${linkIn(mail ?? { body: {} })}/report.pdf`);
  const attached =
    // SES charges for them as they are sent: in base64.
    mail?.attachments.reduce((sum, { content }) => sum + content.length, 0) ?? 0;
  return { id, sent: result + (await pdf.arrayBuffer()).byteLength, attached };
}

/** Measures one lead, one sweep and one visit on the running bundles. */
export async function measureUsage(deployment: Deployment, measuredOn: string): Promise<Usage> {
  let requests = 0;
  const visitor = visitorOf(deployment, () => {
    requests += 1;
    return `198.18.${requests >> 8}.${requests & 255}`;
  });
  const [[name = ""] = []] = deployment.template.ofType("AWS::DynamoDB::Table");
  const table = openTable(name, { ...localAws, endpoint: deployment.tableEndpoint });
  // Starts every function, so that what is measured is the work and not the starting.
  await oneLead(deployment, visitor);
  await deployment.runSchedules();

  const start = await read(deployment);
  const done = [];
  for (let lead = 0; lead < leads; lead += 1) done.push(await oneLead(deployment, visitor));
  await deployment.settled();
  const afterLeads = await read(deployment);
  for (let sweep = 0; sweep < sweeps; sweep += 1) await deployment.runSchedules();
  const afterSweeps = await read(deployment);
  for (let visit = 0; visit < visits; visit += 1) await countEvents(deployment.siteUrl, views);
  const afterVisits = await read(deployment);

  const mean = (numbers: readonly number[]) =>
    Math.round(numbers.reduce((sum, one) => sum + one, 0) / numbers.length);
  const { Item } = await table.client.send(
    new GetCommand({ TableName: name, Key: { pk: `ASSESSMENT#${done[0]?.id}` } }),
  );
  table.client.destroy();
  const lead = between(start, afterLeads, leads);
  return {
    measuredOn,
    lead: {
      ...lead,
      storedBytes: Buffer.byteLength(JSON.stringify(Item)),
      attachmentBytes: mean(done.map(({ attached }) => attached)),
      sentBytes: mean(done.map(({ sent }) => sent)) + (await pageBytes(visitor, "/assessment")),
    },
    sweep: between(afterLeads, afterSweeps, sweeps),
    visit: {
      ...between(afterSweeps, afterVisits, visits),
      sentBytes:
        (await pageBytes(visitor, "/")) +
        (await pageBytes(visitor, "/aviation-mro")) +
        (await pageBytes(visitor, "/method")),
    },
  };
}
