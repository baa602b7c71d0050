/** The prose of the method page. Every number in it comes from the edition or from the scoring itself. */
import type { Edition } from "#shared/edition.ts";
import { listed } from "#shared/report/wording.ts";
import type { ScoringFigures } from "#shared/scoring/scoring-figures.ts";

export interface MethodText {
  flags: string;
  held: string;
  coverage: string;
  risk: string;
  formula: readonly string[];
  floors: string;
  priority: string;
  strained: string;
}

function coverage({ confidences }: ScoringFigures): string {
  const steps = confidences.map(({ name, fromPercent }, at) =>
    at === 0
      ? `From ${fromPercent}% confidence is ${name.toLowerCase()}`
      : `from ${fromPercent}% ${name.toLowerCase()}`,
  );
  return `${listed(steps)} and marked provisional. Below ${confidences.at(-1)?.fromPercent}% no number is printed.`;
}

/** Such as “Every week” (OC1): the answers that raise a floor, in the edition's words. */
function floorAnswers(edition: Edition, answers: ScoringFigures["floors"][number]["answers"]): string {
  const conditions = Object.entries(answers).map(([id, levels]) => {
    const texts = edition.questions.find((question) => question.id === id)?.answers ?? [];
    return `${levels.map((level) => `“${texts[level]}”`).join(" or ")} (${id})`;
  });
  return listed(conditions);
}

function floors(edition: Edition, figures: ScoringFigures): string {
  const rising = [...figures.floors].reverse();
  const texts = rising.map(({ at, answers }) => `at least ${at} with ${floorAnswers(edition, answers)}`);
  return `Whatever else is answered, the risk is ${texts.join("; ")}. With too few answers, no number is printed.`;
}

function formula(edition: Edition, { core, signals }: ScoringFigures): string[] {
  const measured = edition.questions.filter(
    (question) => question.kind === "people" && question.role === "signal",
  );
  return [
    `Core = ${core.demand} × Demand + ${core.gap} × Gap + ${core.product} × Demand × Gap ÷ 100`,
    `Risk = ${1 - signals.share} × Core + ${signals.share} × Signals, with at least ${signals.fewest} of the ${measured.length} signals known; otherwise Core`,
  ];
}

/** Returns the sentences that hold figures, for an edition and the figures of the scoring. */
export function methodText(edition: Edition, figures: ScoringFigures): MethodText {
  const { overallCaps: caps, effort, flagBonus, strained, firstList } = figures;
  const gates = edition.questions.filter((question) => question.kind === "technical" && question.holds);
  const gateIds = listed(gates.map(({ id }) => id));
  return {
    flags: `The total is then capped at the lowest that applies: ${caps["two flags"]} with two or more flags that cap the total, ${caps["one flag"]} with one, ${caps["any flag"]} with any red flag.`,
    held: `While a question that could raise such a flag is unknown (${gateIds}, or ${listed(edition.jointFlag.questionIds)} together), the total is held at ${caps.held} until you find out.`,
    coverage: coverage(figures),
    risk: `The risk of an answer is ${figures.levelPoints.at(-1)} minus its points. Unknown answers are left out: we infer no strain from ignorance.`,
    formula: formula(edition, figures),
    floors: floors(edition, figures),
    priority: `Priority = (need + ${flagBonus} for a red flag) ÷ effort, where small effort counts ${effort.S}, medium ${effort.M} and large ${effort.L}.`,
    strained: `From a load of ${strained.from}, the need of steps that lighten it counts ${strained.factor} times. From ${firstList.from}, the first month holds ${firstList.underLoad} steps instead of ${firstList.steps}.`,
  };
}
