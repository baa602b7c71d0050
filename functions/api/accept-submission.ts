import type { CheckedSubmission } from "#functions/api/check-submission.ts";
import { contentHash } from "#functions/api/content-hash.ts";
import type { ApiDependencies } from "#functions/api/dependencies.ts";
import { ApiProblem } from "#functions/api/problem.ts";
import { checkProof, spendProof } from "#functions/api/proof.ts";
import { keyedHash } from "#functions/secrets.ts";
import { addressKey } from "#functions/store/addresses.ts";
import { type Assessment, owedStep } from "#functions/store/assessment-item.ts";
import { insertAssessment, readAssessment } from "#functions/store/assessments.ts";
import { newLead } from "#functions/store/lead-fields.ts";
import { countAgainstLimit } from "#functions/store/limits.ts";
import { reachOf } from "#shared/models/lead.ts";
import { score } from "#shared/scoring/score.ts";
import type { Submission } from "#shared/submission.ts";

/** Which words stood beside the button and the boxes when they were used. */
export const consentWording = "2026-1";

export interface Accepted {
  assessment: Assessment;
  /** False when the same submission had been accepted before. */
  created: boolean;
}

function conflict(): ApiProblem {
  return new ApiProblem(
    409,
    "Conflict",
    "This submissionId was used before with other content. Use a new one for a new submission.",
  );
}

async function earlier(dependencies: ApiDependencies, submission: Submission): Promise<Accepted | null> {
  const assessment = await readAssessment(dependencies.table, submission.submissionId);
  if (assessment === null) return null;
  if (assessment.contentHash !== contentHash(submission)) throw conflict();
  return { assessment, created: false };
}

function monthsLater(from: Date, months: number): number {
  const end = new Date(from);
  end.setUTCMonth(end.getUTCMonth() + months);
  return Math.floor(end.getTime() / 1000);
}

function newAssessment(
  { submission, edition }: CheckedSubmission,
  { secrets, config, now: clock }: ApiDependencies,
): Assessment {
  const now = clock();
  const { submissionId, proof, answers, profile, contact, consent, source } = submission;
  return {
    id: submissionId,
    edition: edition.id,
    answers,
    profile,
    contact,
    consent: { ...consent, at: now.toISOString(), wording: consentWording },
    source,
    scorecard: score(edition, answers, profile),
    status: "new",
    lead: newLead(reachOf(profile.region, config.sales)),
    addressHash: addressKey(secrets.address, contact.email),
    steps: [owedStep(proof === undefined ? "confirmation" : "report", now), owedStep("sales-notice", now)],
    lease: null,
    createdAt: now.toISOString(),
    expiresAt: monthsLater(now, config.privacy.retentionMonths),
    contentHash: contentHash(submission),
    revision: 0,
  };
}

async function countSource({ table, secrets, ...dependencies }: ApiDependencies, source: string) {
  const hash = keyedHash(secrets.source, source);
  const limit = dependencies.submissionsPerSourcePerHour;
  const wait = await countAgainstLimit(table, hash, limit, dependencies.now());
  if (wait !== null)
    throw new ApiProblem(
      429,
      "Too Many Requests",
      "Too many submissions came from your network. Nothing you entered is lost: send it again later.",
      { retryAfterSeconds: wait },
    );
}

/**
 * Stores a submission, or finds it stored: the same one again has no second effect.
 * @param source network source of the request
 * @throws ApiProblem 409, 422 for a proof that does not hold, 429
 * @throws TableUnavailable when nothing is known to be stored
 */
export async function acceptSubmission(
  dependencies: ApiDependencies,
  checked: CheckedSubmission,
  source: string,
): Promise<Accepted> {
  const { submission } = checked;
  // Before the proof, which a repeated request has spent already, and before the limit, which it must not use up.
  const repeated = await earlier(dependencies, submission);
  if (repeated !== null) return repeated;

  const { table, secrets, log } = dependencies;
  const proof = submission.proof === undefined ? null : await checkProof(secrets, submission.proof);
  await countSource(dependencies, source);
  if (proof !== null) await spendProof(table, proof, submission.submissionId);

  const assessment = newAssessment(checked, dependencies);
  if (!(await insertAssessment(table, assessment))) {
    const raced = await earlier(dependencies, submission);
    if (raced === null) throw conflict();
    return raced;
  }
  log.info("assessment accepted", { assessment: assessment.id, proof: proof !== null });
  dependencies.stepsOwed(assessment.id);
  return { assessment, created: true };
}
