import type { RoadmapYear } from "#shared/edition.ts";

/** Five years together; the last one tests leaving us. */
export const roadmap: readonly RoadmapYear[] = [
  {
    year: 1,
    name: "Relieve",
    infrastructure:
      "MFA and responsibility matrix first; then first-line monitoring, patching, backup checks move; restores proven",
    team: "Nights shared where a tier moves; on-call limits and pay set; baseline signals",
    proof: "Night pages per person; restore log",
  },
  {
    year: 2,
    name: "Stabilize",
    infrastructure: "Unsupported systems gone; network divided",
    team: "10–20% protected and kept",
    proof: "Backlog trend; % proactive",
  },
  {
    year: 3,
    name: "Automate",
    infrastructure: "Top chores automated; evidence generated as by-product",
    team: "Two-deep skills; first lattice moves",
    proof: "Hours returned; audit preparation days",
  },
  {
    year: 4,
    name: "Elevate",
    infrastructure: "Architecture and resilience led by in-house staff",
    team: "Senior technical roles filled from inside",
    proof: "Tenure; projects led internally",
  },
  {
    year: 5,
    name: "Renew",
    infrastructure: "Lifecycle refresh; exit test of the MSP itself",
    team: "Team sets the next plan; scope reduced where no longer needed",
    proof: "Re-score against year 0; provider-swap drill",
  },
];
