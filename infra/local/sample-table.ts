/** Sample leads written into the table of a running funnel, with what was counted on the pages they came from. */
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { deriveSecrets } from "#functions/secrets.ts";
import { insertAssessment } from "#functions/store/assessments.ts";
import { forgetLeadDay } from "#functions/store/lead-days.ts";
import { suppressAddress } from "#functions/store/suppressions.ts";
import { openTable, type Table } from "#functions/store/table.ts";
import type { FunnelConfig } from "#shared/funnel-config.ts";
import { currentEdition } from "#shared/questions/index.ts";
import { type Chance, chanceOf } from "./chance.ts";
import { secretsIn, tableEndpointFile } from "./data-folder.ts";
import { LocalStartError } from "./failure.ts";
import { localAws, localTableName } from "./local-aws.ts";
import { type SampleLead, sampleLead } from "./sample-leads.ts";

export const sampleCount = 300;
const days = 60;

function runningTable(dataFolder: string): { table: Table; addressSecret: string } {
  const endpointFile = path.join(dataFolder, tableEndpointFile);
  if (!existsSync(endpointFile))
    throw new LocalStartError(`No funnel uses ${dataFolder}. Set DATA_DIR to the folder of the running one.`);
  const { secret, hashKey } = secretsIn(dataFolder);
  const secrets = deriveSecrets(secret, { hashKey });
  const table = openTable(localTableName, { ...localAws, endpoint: readFileSync(endpointFile, "utf8") });
  return { table, addressSecret: secrets.address };
}

/** Of a hundred views about four lead to a submission; some pages do better. */
function countsFor({ assessment }: SampleLead, chance: Chance): Record<string, number> {
  const { page = "", utm_campaign: campaign } = assessment.source;
  const name = (event: string) => [event, page, ...(campaign === undefined ? [] : [campaign])].join("|");
  const reached = [
    "profile",
    ...currentEdition.sections.filter((one) => one.path === "core").map(({ id }) => id),
  ];
  const views = (page === "/" ? 40 : 18) + chance.below(14);
  const starts = 2 + chance.below(3);
  const steps = [...reached, "result", "contact"].map((id, at): [string, number] => [
    name(`step ${id}`),
    Math.max(1, Math.round(starts * (1 - at * 0.07))),
  ]);
  return {
    [name("view")]: views,
    [name("start")]: starts,
    ...Object.fromEntries(steps),
    [name("accepted")]: 1,
  };
}

async function addCounts(table: Table, day: string, counts: Readonly<Record<string, number>>): Promise<void> {
  const entries = Object.entries(counts);
  await table.client.send(
    new UpdateCommand({
      TableName: table.name,
      Key: { pk: `COUNTER#${day}` },
      UpdateExpression: `ADD ${entries.map((_, at) => `#n${at} :n${at}`).join(", ")}`,
      ExpressionAttributeNames: Object.fromEntries(entries.map(([name], at) => [`#n${at}`, name])),
      ExpressionAttributeValues: Object.fromEntries(entries.map(([, count], at) => [`:n${at}`, count])),
    }),
  );
}

async function writeSample(table: Table, sample: SampleLead, number: number): Promise<boolean> {
  const { assessment, bounced } = sample;
  if (!(await insertAssessment(table, assessment))) return false;
  const { addressHash, createdAt } = assessment;
  if (bounced && addressHash !== undefined)
    await suppressAddress(table, addressHash, "bounce", new Date(Date.parse(createdAt) + 120_000));
  await addCounts(table, createdAt.slice(0, 10), countsFor(sample, chanceOf(number + 100_000)));
  return true;
}

/**
 * Writes the sample leads that are not there yet; writing them again changes nothing.
 * @throws LocalStartError when no funnel runs over this folder
 */
export async function writeSampleLeads(
  dataFolder: string,
  config: FunnelConfig,
  now: Date,
): Promise<{ written: number; known: number }> {
  const { table, addressSecret } = runningTable(dataFolder);
  let written = 0;
  const touched = new Set<string>();
  for (let number = 0; number < sampleCount; number += 1) {
    const sample = sampleLead(number, { now, days, count: sampleCount, addressSecret, config });
    if (!(await writeSample(table, sample, number))) continue;
    written += 1;
    touched.add(sample.assessment.createdAt.slice(0, 10));
  }
  for (const day of touched) await forgetLeadDay(table, day, now);
  table.client.destroy();
  return { written, known: sampleCount - written };
}
