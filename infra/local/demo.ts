/** `npm run demo`: sends labeled sample leads to the running funnel, the way a visitor's browser does. */
import { randomUUID } from "node:crypto";
import { solveChallenge } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/pbkdf2";
import type { Answers, Industry } from "#shared/edition.ts";
import type { Profile } from "#shared/profile.ts";
import { currentEdition } from "#shared/questions/index.ts";
import golden from "../../test/fixtures/golden-assessments.json" with { type: "json" };
import { LocalStartError, reportFailure } from "./failure.ts";
import { readSettings } from "./settings.ts";

interface SampleLead {
  organisation: string;
  mailbox: string;
  role: Profile["role"];
  region: Profile["region"];
}

/** In the order of the first golden cases, whose answers they give; example.com belongs to nobody. */
const sampleLeads: readonly SampleLead[] = [
  { organisation: "Sample repair station", mailbox: "sample-mro", role: "operations", region: "us" },
  { organisation: "Sample laboratory", mailbox: "sample-lab", role: "infrastructure", region: "eu" },
  { organisation: "Sample exporter", mailbox: "sample-export", role: "compliance", region: "us" },
];

async function solvedProof(siteUrl: string): Promise<string> {
  const challenge = await (await fetch(`${siteUrl}/api/challenge`)).json();
  const solution = await solveChallenge({ challenge, deriveKey });
  return Buffer.from(JSON.stringify({ challenge, solution })).toString("base64");
}

async function sendSample(siteUrl: string, lead: SampleLead, index: number): Promise<string> {
  const assessment = golden.cases[index];
  if (!assessment) throw new RangeError(`there is no golden case ${index}`);
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

try {
  const siteUrl = `http://localhost:${readSettings(process.env).port}`;
  const running = await fetch(`${siteUrl}/api/health`).then(
    ({ ok }) => ok,
    () => false,
  );
  if (!running)
    throw new LocalStartError(
      `No funnel answers at ${siteUrl}. Run npm start first, or set PORT to its port.`,
    );
  for (const [index, lead] of sampleLeads.entries())
    process.stdout.write(`${lead.organisation}: ${await sendSample(siteUrl, lead, index)}\n`);
} catch (error) {
  reportFailure(error);
}
