import type { Capacity, Fit } from "#shared/models/capacity.ts";
import type { SpareHours } from "#shared/models/spare-hours.ts";
import { printedInteger } from "#shared/scoring/rounding.ts";

const ending = "Planning arithmetic, our judgement, not a promise.";

function peopleText(people: number): string {
  return people === 1 ? "1 person" : `${people} people`;
}

function listed(names: readonly string[]): string {
  const [last, ...before] = names.toReversed();
  return before.length === 0 ? (last ?? "") : `${before.toReversed().join(", ")} and ${last}`;
}

function outsideCover({ steps }: Capacity): string[] {
  const count = steps.filter(({ neverAlone }) => neverAlone).length;
  if (count === 0) return [];
  return [
    `${count} of the ${steps.length} ${count === 1 ? "needs" : "need"} outside cover whatever the hours.`,
  ];
}

function noSpareHours(result: Capacity, spare: SpareHours, people: number): string[] {
  const { moved, levers, steps, horizon } = result;
  const high = printedInteger(spare.high);
  const most = high > 0 ? ` (at most ${high})` : "";
  const hours = printedInteger(moved?.hours ?? result.hoursAlone);
  const asks = `${hours} of your own hours in ${horizon} months, so other work must pause first.`;
  const parts = [
    `We find no spare hours for ${peopleText(people)}${most}: alone, every step would be overtime.`,
    moved === null
      ? `The plan asks ${asks}`
      : `With the provider-run steps moved, ${moved.fit.planning ?? moved.fit.high} of ${steps.length}; the plan still asks ${asks}`,
  ];
  if (levers !== null) {
    const titles = listed(levers.titles.map((title) => `"${title}"`));
    parts.push(`On the same arithmetic, ${titles} would open about ${printedInteger(levers.hours)} a month.`);
  }
  return [...parts, ...outsideCover(result)];
}

function zone(result: Capacity, spare: SpareHours, fit: Fit, people: number): string[] {
  const { steps, horizon } = result;
  const span = fit.low === fit.high ? `${fit.low}` : `${fit.low} to ${fit.high}`;
  return [
    `Between ${printedInteger(spare.low)} and ${printedInteger(spare.high)} spare hours a month for ${peopleText(people)}, because your answers leave ${listed(spare.open)} open: alone, ${span} of ${steps.length} steps in ${horizon} months.`,
    "Find that out before planning.",
    ...outsideCover(result),
  ];
}

function movedPart({ moved, steps, horizon }: Capacity, alone: number): string[] {
  if (moved === null || moved.fit.planning === null) return [];
  return moved.fit.planning > alone
    ? [`With the provider-run steps moved, ${moved.fit.planning} of ${steps.length}.`]
    : [`Moving the provider-run steps would not raise that in ${horizon} months.`];
}

function line(
  result: Capacity,
  spare: SpareHours,
  planning: number,
  alone: number,
  people: number,
): string[] {
  const { beyond, steps, horizon } = result;
  const hours = `About ${planning} spare hours a month for ${peopleText(people)} (${printedInteger(spare.low)} to ${printedInteger(spare.high)})`;
  if (beyond === null)
    return [
      `${hours}: on these assumptions ${alone} of ${steps.length} steps fit in ${horizon} months alone.`,
      ...outsideCover(result),
    ];
  return [
    `${hours}: alone, ${alone} of ${steps.length} steps in ${horizon} months; from "${beyond}" on it takes more hours, fewer tasks or help.`,
    ...outsideCover(result),
    ...movedPart(result, alone),
  ];
}

function sentences(result: Capacity, people: number | null): string[] {
  const { spare, steps, fitAlone } = result;
  if (steps.length === 0) return ["No step is called for."];
  if (people === 0) return ["Nobody in-house runs infrastructure: each step needs a named outside owner."];
  if (spare === null || fitAlone === null || people === null)
    return [
      "Not enough information: we need the number of people and the share of the week that is protected.",
    ];
  if (spare.planning === null)
    return printedInteger(spare.high) === 0
      ? noSpareHours(result, spare, people)
      : zone(result, spare, fitAlone, people);
  const planning = printedInteger(spare.planning);
  return planning === 0
    ? noSpareHours(result, spare, people)
    : line(result, spare, planning, fitAlone.planning ?? 0, people);
}

/** Returns the capacity line in words, as printed under the plan; hours rounded half up. */
export function capacitySentence(result: Capacity, people: number | null): string {
  return [...sentences(result, people), ending].join(" ");
}
