/** Labeled sample leads to show mails with, from the invented answers of the sample reports. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { leadRecord } from "#functions/leads/lead-record.ts";
import type { Assessment } from "#functions/store/assessment-item.ts";
import type { FunnelConfig } from "#shared/funnel-config.ts";
import { currentEdition } from "#shared/questions/index.ts";
import type { Sample } from "#shared/report/sample-report.ts";
import { gradeOf } from "#shared/sales/lead-record.ts";
import { score } from "#shared/scoring/score.ts";
import { root } from "./folders.ts";
import { sampleIds } from "./sample-reports.ts";

export interface PreviewLead {
  /** What the list calls it. */
  name: string;
  lead: Assessment;
}

function leadOf(sample: Sample, config: FunnelConfig, number: number): Assessment {
  const { answers, date, ...respondent } = sample;
  const profile = { ...respondent, role: "it-lead" };
  const at = `${date}T14:00:00.000Z`;
  const lead: Omit<Assessment, "grade"> = {
    id: `00000000-0000-4000-8000-${String(number).padStart(12, "0")}`,
    edition: currentEdition.id,
    answers,
    profile,
    contact: { email: "sample@example.com", organisation: "Sample, not a customer", name: "Sam Sample" },
    consent: { followUps: true, benchmark: false, reportOnly: false, at, wording: currentEdition.id },
    source: {},
    scorecard: score(currentEdition, answers, profile),
    status: "new",
    actions: { confirmed: at },
    steps: [],
    lease: null,
    createdAt: at,
    expiresAt: 0,
    contentHash: "",
    revision: 0,
  };
  return { ...lead, grade: gradeOf(leadRecord(lead), config.sales).grade };
}

/** Returns a lead for each sample, and one with nothing left to do. */
export function previewLeads(config: FunnelConfig): PreviewLead[] {
  const samples = sampleIds().map((id) => {
    const text = readFileSync(path.join(root, `site/src/content/samples/${id}.json`), "utf8");
    const { name, ...sample } = JSON.parse(text) as Sample & { name: string };
    return { name, sample };
  });
  const [first] = samples;
  if (first === undefined) throw new Error("There is no sample to show mails with.");
  const best = Object.fromEntries(Object.keys(first.sample.answers).map((id) => [id, 3 as const]));
  const all = [
    ...samples,
    { name: "Everything at the highest answer", sample: { ...first.sample, answers: best } },
  ];
  return all.map(({ name, sample }, number) => ({ name, lead: leadOf(sample, config, number + 1) }));
}
