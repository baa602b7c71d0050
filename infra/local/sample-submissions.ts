/** Sample leads sent the way a visitor's browser does: proof of work, checks, mails and all. */
import { randomUUID } from "node:crypto";
import { solveChallenge } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/pbkdf2";
import type { Answers, Industry } from "#shared/edition.ts";
import type { Profile } from "#shared/profile.ts";
import { currentEdition } from "#shared/questions/index.ts";
import golden from "../../test/fixtures/golden-assessments.json" with { type: "json" };
import { LocalStartError } from "./failure.ts";

export interface SampleSubmission {
  organisation: string;
  mailbox: string;
  role: Profile["role"];
  region: Profile["region"];
  /** Number of the golden case whose answers it gives. */
  golden: number;
}

/** example.com belongs to nobody. */
export const sampleSubmissions: readonly SampleSubmission[] = [
  {
    organisation: "Sample repair station",
    mailbox: "sample-mro",
    role: "operations",
    region: "us",
    golden: 0,
  },
  {
    organisation: "Sample laboratory",
    mailbox: "sample-lab",
    role: "infrastructure",
    region: "eu",
    golden: 1,
  },
  { organisation: "Sample exporter", mailbox: "sample-export", role: "compliance", region: "us", golden: 2 },
];

async function solvedProof(siteUrl: string): Promise<string> {
  const challenge = await (await fetch(`${siteUrl}/api/challenge`)).json();
  const solution = await solveChallenge({ challenge, deriveKey });
  return Buffer.from(JSON.stringify({ challenge, solution })).toString("base64");
}

/**
 * Sends a sample and returns the address of its result.
 * @throws LocalStartError when the funnel refuses it
 */
export async function sendSample(siteUrl: string, lead: SampleSubmission): Promise<string> {
  const assessment = golden.cases[lead.golden];
  if (!assessment) throw new RangeError(`there is no golden case ${lead.golden}`);
  const response = await fetch(`${siteUrl}/api/assessments`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({
      submissionId: randomUUID(),
      edition: currentEdition.id,
      answers: assessment.answers as unknown as Answers,
      profile: {
        industry: assessment.industry as Industry,
        headcount: "50-249",
        infrastructurePeople: assessment.infrastructurePeople,
        role: lead.role,
        region: lead.region,
      },
      contact: { email: `${lead.mailbox}@example.com`, organisation: `${lead.organisation} (demonstration)` },
      consent: { followUps: false, benchmark: false, reportOnly: false },
      source: { page: "/demo" },
      proof: await solvedProof(siteUrl),
    }),
  });
  if (!response.ok) throw new LocalStartError(`${lead.organisation} was refused: ${await response.text()}`);
  const { resultUrl } = (await response.json()) as { resultUrl: string };
  return `${siteUrl}${resultUrl}`;
}
