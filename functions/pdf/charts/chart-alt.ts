import type { GaugeZone } from "#functions/pdf/charts/linear-gauge.tsx";
import { loadLine, readinessLine, readinessZones } from "#functions/pdf/charts/scales.ts";

/** What a bar or gauge shows: 0..100 each, null where the answers give no number. */
export interface Reading {
  value: number | null;
  low?: number | null;
  high?: number | null;
}

function zoneOf(zones: readonly GaugeZone[], value: number): string {
  return zones.findLast((zone) => value >= zone.from)?.name ?? "";
}

function rangeText({ low = null, high = null }: Reading): string {
  return low === null || high === null || low === high ? "" : `, range ${low} to ${high}`;
}

/** Returns what a zoned scale means without a reading: "Exposed from 0, Reactive from 25, …". */
export function scaleAlt(zones: readonly GaugeZone[]): string {
  return `Scale from 0 to 100: ${zones.map((zone) => `${zone.name} from ${zone.from}`).join(", ")}.`;
}

/** Returns what a gauge shows: its scale, then the pointer, the zone it stands in and the range. */
export function gaugeAlt(zones: readonly GaugeZone[], reading: Reading): string {
  const { value } = reading;
  if (value === null) return `${scaleAlt(zones)} No number yet, so no pointer.`;
  return `${scaleAlt(zones)} The pointer stands at ${value}, “${zoneOf(zones, value)}”${rangeText(reading)}.`;
}

/** Returns what a domain's bar shows. */
export function domainBarAlt(reading: Reading): string {
  const { value } = reading;
  if (value === null) return "Empty bar: no answer to score.";
  return `Bar at ${value} of 100, “${zoneOf(readinessZones, value)}”${rangeText(reading)}.`;
}

/** Returns what the bar of a cause of load shows; 100 is worst. */
export function riskBarAlt(risk: number | null): string {
  if (risk === null) return "Empty bar: not known.";
  const side = risk >= loadLine ? "at or above" : "below";
  return `Bar at ${risk} of 100, ${side} the line at ${loadLine} from which the load counts as too much.`;
}

/** Returns where the 2×2 puts this team, against the lines where the report changes its advice. */
export function quadrantAlt(readiness: number, load: number): string {
  const holds = readiness >= readinessLine ? "at or right of" : "left of";
  const strains = load >= loadLine ? "at or above" : "below";
  return (
    `Chart of readiness, to the right, against load on the people, upward. The point stands at readiness ${readiness}, ` +
    `${holds} the line at ${readinessLine}, and load ${load}, ${strains} the line at ${loadLine}.`
  );
}

/** Returns how many of the drawn weeks are on call. */
export function rotaAlt(weeks: number, onCall: number): string {
  return `A year of ${weeks} weeks, ${onCall} of them on call, spread evenly.`;
}
