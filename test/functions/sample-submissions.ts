/** Submissions to post in tests: the golden answers with a made-up contact. */
import type { Submission } from "#shared/submission.ts";
import { goldenCase } from "../shared/scoring/golden-cases.ts";

/** Returns a whole valid submission with the answers of a golden case and a fresh id. */
export function sampleSubmission(
  changes: Partial<Submission> = {},
  name = "MRO, everything answered",
): Submission {
  const { industry, infrastructurePeople, answers } = goldenCase(name);
  return {
    submissionId: crypto.randomUUID(),
    edition: "2026-1",
    answers,
    profile: { industry, infrastructurePeople, headcount: "50-249", role: "it-lead", region: "us" },
    contact: { email: `lead-${crypto.randomUUID()}@example.com`, organisation: "Sample MRO" },
    consent: { followUps: false, benchmark: false, reportOnly: false },
    source: { page: "/aviation-mro" },
    ...changes,
  };
}

/** Returns the submission as the plain form sends it. */
export function asForm({ answers, profile, contact, edition, source }: Submission): URLSearchParams {
  const fields = { edition, ...answers, ...profile, ...contact, ...source };
  return new URLSearchParams(Object.entries(fields).map(([name, value]) => [name, String(value)]));
}
