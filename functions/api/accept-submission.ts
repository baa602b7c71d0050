import type { CheckedSubmission } from "#functions/api/check-submission.ts";
import { contentHash } from "#functions/api/content-hash.ts";
import { countOutcome } from "#functions/api/counted-event.ts";
import type { ApiDependencies } from "#functions/api/dependencies.ts";
import { ApiProblem } from "#functions/api/problem.ts";
import { type CheckedProof, checkProof, spendProof } from "#functions/api/proof.ts";
import { countAddress, countSource } from "#functions/api/submission-limits.ts";
import { suspicionOf } from "#functions/api/suspicion.ts";
import { newLead } from "#functions/leads/lead-changes.ts";
import { noteIfNewest } from "#functions/leads/newest-lead.ts";
import { type Address, addressKey, readAddress } from "#functions/store/addresses.ts";
import { type Assessment, owedStep, type Suspicion } from "#functions/store/assessment-item.ts";
import { insertAssessment, readAssessment } from "#functions/store/assessments.ts";
import { noteConfirmedLead } from "#functions/store/confirmed-lead.ts";
import type { StoredEarlier } from "#functions/store/earlier-schema.ts";
import { held } from "#functions/store/held-steps.ts";
import { currentConsentWording } from "#shared/consent-wording.ts";
import type { FunnelConfig } from "#shared/funnel-config.ts";
import { score } from "#shared/scoring/score.ts";
import type { Submission } from "#shared/submission.ts";

export interface Accepted {
  assessment: Assessment;
  /** False when the same submission had been accepted before. */
  created: boolean;
}

/** How a submission came here. */
export interface Arrival {
  /** Network source of the request. */
  source: string;
  /** The field that only programs fill in was filled in. */
  trapped: boolean;
  /** The assessment it is compared with: opened by a link that was mailed, which proves the mailbox like the button. */
  earlier?: StoredEarlier;
}

function conflict(): ApiProblem {
  return new ApiProblem(
    409,
    "Conflict",
    "This submissionId was used before with other content. Use a new one for a new submission.",
  );
}

async function acceptedBefore(
  dependencies: ApiDependencies,
  submission: Submission,
): Promise<Accepted | null> {
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

interface Judged {
  suspicion: Suspicion | null;
  addressHash: string;
  /** What is known of the address. */
  address: Address;
  earlier: StoredEarlier | undefined;
}

function newAssessment(
  { submission, edition }: CheckedSubmission,
  { suspicion, address, addressHash, earlier }: Judged,
  config: FunnelConfig,
  now: Date,
): Assessment {
  const { submissionId, proof, answers, profile, contact, consent, source, timeZone } = submission;
  const lead = {
    id: submissionId,
    edition: edition.id,
    answers,
    profile,
    contact,
    consent: { ...consent, at: now.toISOString(), wording: currentConsentWording.version },
    source,
    // Nothing else needs it.
    ...(consent.followUps && timeZone !== undefined ? { timeZone } : {}),
    scorecard: score(edition, answers, profile),
    status: "new" as const,
    // Proved by an earlier assessment, the address need not be proved again.
    actions: address.confirmedAt === undefined ? {} : { confirmed: now.toISOString() },
    // Opened by a mailed link.
    ...(earlier === undefined ? {} : { earlier, provedAt: now.toISOString() }),
    steps: [owedStep(proof === undefined && earlier === undefined ? "confirmation" : "report", now)],
    ...(suspicion === null ? {} : { suspected: { why: suspicion, at: now.toISOString() } }),
    addressHash,
    lease: null,
    createdAt: now.toISOString(),
    expiresAt: monthsLater(now, config.privacy.retentionMonths),
    contentHash: contentHash(submission),
    revision: 0,
  };
  const told = newLead(lead, { config, suppressed: address.suppressed !== undefined, now });
  return suspicion === null ? told : { ...told, steps: held(told.steps) };
}

/** Uses up what a submission needs, and returns why it looks like a program's, or null. */
async function judge(
  dependencies: ApiDependencies,
  submission: Submission,
  proof: CheckedProof | null,
  trapped: boolean,
): Promise<Suspicion | null> {
  const [addressWait] = await Promise.all([
    countAddress(dependencies, submission.contact.email),
    proof === null ? null : spendProof(dependencies.table, proof, submission.submissionId),
  ]);
  // At least so old: the time of issue is cut to whole seconds.
  const proofAge = proof === null ? null : dependencies.now().getTime() / 1000 - proof.issuedAt - 1;
  const manyForAddress = addressWait !== null;
  return suspicionOf({ trapped, secondsTaken: submission.secondsTaken, proofAge, manyForAddress });
}

/**
 * Stores a submission, or finds it stored: the same one again has no second effect. One that looks like a program's is
 * stored and answered like any other, and its steps are held.
 * @throws ApiProblem 409, 422 for a proof that does not hold, 429
 * @throws TableUnavailable when nothing is known to be stored
 */
export async function acceptSubmission(
  dependencies: ApiDependencies,
  checked: CheckedSubmission,
  { source, trapped, earlier }: Arrival,
): Promise<Accepted> {
  const { submission } = checked;
  const { table, secrets, config, log } = dependencies;
  const addressHash = addressKey(secrets.address, submission.contact.email);
  // Before the proof, which a repeated request has spent already, and before the limit, which it must not use up.
  const [repeated, address] = await Promise.all([
    acceptedBefore(dependencies, submission),
    readAddress(table, addressHash),
  ]);
  if (repeated !== null) {
    await noteIfNewest(table, repeated.assessment, address);
    return repeated;
  }

  const proof = submission.proof === undefined ? null : await checkProof(secrets, submission.proof);
  await countSource(dependencies, source);
  const suspicion = await judge(dependencies, submission, proof, trapped);

  const judged = { suspicion, address, addressHash, earlier };
  const assessment = newAssessment(checked, judged, config, dependencies.now());
  if (!(await insertAssessment(table, assessment))) {
    const raced = await acceptedBefore(dependencies, submission);
    if (raced === null) throw conflict();
    await noteIfNewest(table, raced.assessment, address);
    return raced;
  }
  // One that waits for somebody to look takes no place of a customer's.
  if (address.confirmedAt !== undefined && suspicion === null)
    await noteConfirmedLead(table, addressHash, assessment.id);
  log.info("assessment accepted", { assessment: assessment.id, proof: proof !== null, suspected: suspicion });
  if (suspicion === null) dependencies.stepsOwed(assessment.id);
  await countOutcome(dependencies, suspicion === null ? "accepted" : "held", submission.source);
  return { assessment, created: true };
}
