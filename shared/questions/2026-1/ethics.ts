import type { Claim } from "#shared/edition.ts";

/** The eight limits printed in every report. */
export const ethics: readonly Claim[] = [
  {
    text: "WHO classes burn-out as an occupational phenomenon, not a medical condition: we diagnose nobody.",
    sourceIds: ["S06"],
  },
  { text: "One manager's answers describe working conditions, not how people feel.", sourceIds: [] },
  { text: "No names, individual data or health questions; no free text about persons.", sourceIds: [] },
  { text: "Never use to rate, select or discipline staff.", sourceIds: [] },
  { text: "Not a validated psychometric scale; bands are expert judgment until calibrated.", sourceIds: [] },
  {
    text: "Small teams: common survey tools hide results below 5 responses; a team of three cannot be surveyed anonymously. Under 5, pool with a wider group or use an outside facilitator; rely on SG1–SG3.",
    sourceIds: ["S59"],
  },
  {
    text: "No people answer is quoted by sales; they see the band only for teams of five or more.",
    sourceIds: [],
  },
  {
    text: "If someone is struggling, point to occupational health or an employee-assistance line.",
    sourceIds: [],
  },
];

/** What on-call evidence can carry, printed beside the rota. */
export const onCallCaveat: Claim = {
  text: "In a Dutch study (157 on-call workers) exposure to on-call was not systematically tied to fatigue, while the experience (especially unpredictability) was. A systematic review found on-call from home reduces sleep quantity and usually quality; stress-physiology evidence was insufficient. So weeks and pages are management limits here; compensation, predictability and quiet nights count as much.",
  sourceIds: ["S16", "S15"],
};

/** The research the people part rests on. */
export const modelBasis: readonly Claim[] = [
  {
    text: "Six organizational predictors of burnout: workload, control, reward, community, fairness, values; change the environment first (reporting Maslach).",
    sourceIds: ["S03"],
  },
  {
    text: "Effort without reward predicts depressive disorder: pooled 1.49 (CI 1.23–1.80), 8 cohorts, 84,963 employees.",
    sourceIds: ["S10"],
  },
  {
    text: "Emotion-rule dissonance and surface acting correlate 0.39–0.48 with impaired well-being, 95 studies.",
    sourceIds: ["S13"],
  },
  { text: "Demands and resources act separately and in combination.", sourceIds: ["S09"] },
];

/** What no provider takes over. */
export const staysInHouse: Claim = {
  text: "Must always stay in-house: risk acceptance, regulatory notification decisions, pay, careers, blame culture, data-classification calls; in aviation the return to service, in laboratories the validation decision. This follows joint government advice that contracts name who owns which security role.",
  sourceIds: ["S40"],
};

/** The sentence above the roadmap. */
export const promise = "We don't just manage your infrastructure, we protect your team's capacity.";
