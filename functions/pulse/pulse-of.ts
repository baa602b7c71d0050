import type { Assessment } from "#functions/store/assessment-item.ts";
import { readPulse } from "#functions/store/pulses.ts";
import type { Table } from "#functions/store/table.ts";
import type { PulseInReport } from "#shared/report/report-input.ts";

/** Returns the name of a team's pulse: that of the first assessment, however often it was measured again. */
export function pulseIdOf({ id, earlier }: Pick<Assessment, "id" | "earlier">): string {
  return earlier?.firstId ?? id;
}

/** Returns what a report shows of the team's pulse: whether one is open, and what was published. */
export async function pulseOf(
  table: Table,
  assessment: Pick<Assessment, "id" | "earlier">,
): Promise<PulseInReport> {
  const state = await readPulse(table, pulseIdOf(assessment));
  return { open: state !== null && state.open !== null, published: state?.published ?? [] };
}
