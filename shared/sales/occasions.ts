/** What sales is told a lead for: its arrival, each reason to call sooner, and nobody having called. */
import type { LeadAction } from "#shared/models/lead.ts";

/** Acts that make a lead hotter: each is told once. */
export const hotterActions = ["confirmed", "what-if", "booking"] as const satisfies readonly LeadAction[];
export type HotterAction = (typeof hotterActions)[number];

/** new: it arrived. untouched: grade A, and nobody has taken it up in time. */
export const occasions = ["new", ...hotterActions, "untouched"] as const;
export type Occasion = (typeof occasions)[number];

/** Returns whether an act is one that sales is told of. */
export function isHotter(action: LeadAction): action is HotterAction {
  return hotterActions.some((hotter) => hotter === action);
}
