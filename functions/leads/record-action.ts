import { afterAction } from "#functions/leads/lead-changes.ts";
import { addressKey, readAddress } from "#functions/store/addresses.ts";
import type { Assessment } from "#functions/store/assessment-item.ts";
import { changeAssessment } from "#functions/store/assessments.ts";
import type { RecordedAction } from "#functions/store/lead-actions.ts";
import type { Table } from "#functions/store/table.ts";
import type { FunnelConfig } from "#shared/funnel-config.ts";

export interface RecordDependencies {
  table: Table;
  config: FunnelConfig;
  secrets: { address: string };
  now: () => Date;
}

/**
 * Writes down what a prospect did themselves, with the grade that follows and the steps that tell of it.
 * Returns the changed assessment, or null when they did it before or the assessment is gone.
 * @throws TableUnavailable
 */
export async function recordAction(
  { table, config, secrets, now }: RecordDependencies,
  { id, contact }: Pick<Assessment, "id" | "contact">,
  action: RecordedAction,
): Promise<Assessment | null> {
  const { suppressed } = await readAddress(table, addressKey(secrets.address, contact.email));
  const context = { config, suppressed: suppressed !== undefined, now: now() };
  return changeAssessment(table, id, (lead) => afterAction(lead, action, context));
}
