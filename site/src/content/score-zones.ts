import { readinessLevel, riskBand } from "#shared/scoring/bands.ts";

export interface Zone {
  name: string;
  from: number;
  to: number;
}

/** Reads where names change along 0 to 100 from the scoring itself, so that no drawing can disagree with it. */
function zonesOf(nameAt: (printed: number) => string): Zone[] {
  const zones: Zone[] = [];
  for (let printed = 0; printed <= 100; printed += 1) {
    const name = nameAt(printed);
    const last = zones.at(-1);
    if (last?.name === name) last.to = printed;
    else zones.push({ name, from: printed, to: printed });
  }
  return zones;
}

export const readinessZones: readonly Zone[] = zonesOf(readinessLevel);
export const loadZones: readonly Zone[] = zonesOf(riskBand);
