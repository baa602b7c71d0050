import type { GaugeZone } from "#functions/pdf/charts/linear-gauge.tsx";

/** Levels of readiness and where each begins, as on every rendering. */
export const readinessZones: readonly GaugeZone[] = [
  { name: "Exposed", from: 0 },
  { name: "Reactive", from: 25 },
  { name: "Managed", from: 45 },
  { name: "Resilient", from: 65 },
  { name: "Proven", from: 85 },
];

/** Bands of the Team Sustainability Risk; higher is worse. */
export const loadZones: readonly GaugeZone[] = [
  { name: "Sustainable", from: 0 },
  { name: "Watch", from: 30 },
  { name: "Strained", from: 50 },
  { name: "Unsustainable", from: 70 },
];

/** From here readiness counts as holding up. */
export const readinessLine = 65;

/** From here the load counts as too much. */
export const loadLine = 50;

/** What each field of the 2×2 says of a team, as on the result page. */
export const quadrantNames: readonly { name: string; strained: boolean; ready: boolean }[] = [
  { name: "Lighten the load, then fix", strained: true, ready: false },
  { name: "Strong, but thinly shared", strained: true, ready: true },
  { name: "Load carryable, systems need dates", strained: false, ready: false },
  { name: "Systems hold, load carryable", strained: false, ready: true },
];
