/** Erasure: nothing of a lead stays but what other systems are still to be told, which is its id. */
import { leadsOfAddress } from "#functions/leads/leads-of-address.ts";
import { pulseJobId } from "#functions/pulse/open-pulse.ts";
import { pulseIdOf } from "#functions/pulse/pulse-of.ts";
import { addressKey, forgetAddress, forgetLead } from "#functions/store/addresses.ts";
import type { Assessment } from "#functions/store/assessment-item.ts";
import { deleteAssessment, readAssessment } from "#functions/store/assessments.ts";
import { noteErasure } from "#functions/store/erasures.ts";
import { isHeld } from "#functions/store/held-steps.ts";
import { addJob, removeJob, repeatJob } from "#functions/store/jobs.ts";
import { forgetMailChoice } from "#functions/store/mail-choices.ts";
import { disown } from "#functions/store/owned-assessments.ts";
import { deletePulse, readPulse } from "#functions/store/pulses.ts";
import type { Table } from "#functions/store/table.ts";
import type { FunnelConfig } from "#shared/funnel-config.ts";

export interface EraseDependencies {
  table: Table;
  config: FunnelConfig;
  secrets: { address: string };
  now: () => Date;
}

/** Messages about the lead that are on their way arrive before the last one. */
const settleMs = 60_000;

const jobId = (leadId: string) => `erased-${leadId}`;

/**
 * Erases a lead, at once, and owes the news of it to another system where funnel.config.ts asks for that. The debt
 * comes first: cut off in between, the erasure is finished by whoever pays it. Erased twice, it is told once.
 * @throws TableUnavailable
 */
export async function eraseLead(dependencies: EraseDependencies, leadId: string): Promise<void> {
  const { table, config, now } = dependencies;
  const lead = await readAssessment(table, leadId);
  // What was held, nobody was told of.
  if (lead !== null && !isHeld(lead) && config.webhooks.events.includes("lead.erased")) {
    const at = now();
    const task = { kind: "lead-erased", leadId, at: at.toISOString() } as const;
    await addJob(table, jobId(leadId), task, new Date(at.getTime() + settleMs));
  }
  await deleteLead(dependencies, leadId);
}

/**
 * Deletes what is left of a lead; nothing left is no error. What is known of the address goes with the last
 * assessment sent with it, and only its being erased is seen of the lead from now on.
 */
export async function deleteLead(
  { table, secrets, now }: Omit<EraseDependencies, "config">,
  leadId: string,
): Promise<void> {
  const assessment = await readAssessment(table, leadId);
  if (assessment === null) return;
  const address = addressKey(secrets.address, assessment.contact.email);
  const others = (await leadsOfAddress(table, secrets.address, address)).filter(({ id }) => id !== leadId);
  if (others.length === 0) {
    await forgetAddress(table, address, now());
    await forgetMailChoice(table, address);
  } else await forgetLead(table, address, leadId);
  await erasePulse(table, assessment);
  await noteErasure(table, leadId, now());
  await deleteAssessment(table, leadId);
  await disown(table, address, leadId);
}

/** A team's pulse goes with the first assessment of the row, which it is named for, or with one that outlived it. */
async function erasePulse(table: Table, assessment: Assessment): Promise<void> {
  const id = pulseIdOf(assessment);
  if (id !== assessment.id && (await readAssessment(table, id)) !== null) return;
  const pulse = await readPulse(table, id);
  if (pulse === null) return;
  for (let wave = 1; wave <= pulse.wave; wave += 1) await removeJob(table, pulseJobId(id, wave));
  await deletePulse(table, id);
}

/** Has the news of an erasure sent once more; returns false when none is kept of this lead. */
export function repeatErasedNews(table: Table, leadId: string, now: Date): Promise<boolean> {
  return repeatJob(table, jobId(leadId), now);
}
