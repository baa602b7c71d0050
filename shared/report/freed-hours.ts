import type { Capacity } from "#shared/models/capacity.ts";
import type { Freed } from "#shared/models/moved-steps.ts";
import { printedInteger } from "#shared/scoring/rounding.ts";

function cost({ matrix, neverAlone }: Freed): string[] {
  const [first, own] = [printedInteger(matrix), printedInteger(neverAlone)];
  const parts = [
    ...(first > 0 ? [`${first} hours for the responsibility matrix, which comes first`] : []),
    ...(own > 0 ? [`${own} hours of your own part in steps you could not do alone`] : []),
  ];
  return parts.length === 0 ? [] : [`Moving costs ${parts.join(", and ")}.`];
}

function total({ hoursAlone, moved }: Capacity): string[] {
  if (moved === null) return [];
  const [before, after] = [printedInteger(hoursAlone), printedInteger(moved.hours)];
  if (after > before)
    return [
      `Your own hours rise from ${before} to ${after}: more gets done, and moving costs hours before it saves them.`,
    ];
  return [`Your own hours go from ${before} to ${after}.`];
}

function firstLine({ spare, horizon }: Capacity, { onCallBackMonthly, intoPlan }: Freed): string[] {
  if (spare === null) return [];
  if (spare.onCallLoss === null)
    return [
      "On-call hours that handing over first-line work would return are not counted: too much is open.",
    ];
  const back = printedInteger(onCallBackMonthly);
  if (back === 0)
    return ["No on-call hours come back: no step of this plan moves the nights out, or nobody is called."];
  const fed = printedInteger(intoPlan);
  const rest =
    fed === 0
      ? `none of them feed the plan in ${horizon} months; they shorten the week`
      : `${fed} hours of them feed the plan in ${horizon} months, the rest shortens the week`;
  return [`Handing over first-line work returns about ${back} on-call hours a month; ${rest}.`];
}

/** Returns what handing over frees, what it costs and what it leaves; empty when nothing moves. */
export function freedSentences(result: Capacity): string[] {
  if (result.moved === null) return [];
  const { freed } = result.moved;
  const taken = printedInteger(freed.taken);
  return [
    ...firstLine(result, freed),
    ...(taken > 0 ? [`A provider would take ${taken} hours of steps you could do alone.`] : []),
    ...cost(freed),
    ...total(result),
  ];
}
