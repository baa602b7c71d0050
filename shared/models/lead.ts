/** A lead as the grade sees it: profile, need, and what they did themselves. */
import type { Headcount, Industry, Region } from "#shared/edition.ts";
import type { LeadNeed } from "#shared/models/lead-need.ts";
import type { leadPoints } from "#shared/models/lead-points.ts";
import type { RoleGroup } from "#shared/profile.ts";

export type LeadAction = keyof typeof leadPoints.intent.actions;
export type Reach = keyof typeof leadPoints.fit.region;
export interface Lead {
  industry: Industry;
  headcount: Headcount;
  /** null counts as missing. */
  infrastructurePeople: number | null;
  role: RoleGroup;
  reach: Reach;
  need: LeadNeed;
  /** What they did themselves; repeats count once. */
  actions: readonly LeadAction[];
  /** They asked that nobody from sales writes or calls. */
  reportOnly: boolean;
  /** They left a phone number: decides how to reach them, never the letter. */
  phone: boolean;
}

/** Returns whether they did this themselves. */
export function did({ actions }: Lead, action: LeadAction): boolean {
  return actions.includes(action);
}

/** Returns whether a region is served, reachable or neither, by the operator's settings. */
export function reachOf(
  region: Region,
  {
    regionsServed,
    regionsReachable,
  }: { regionsServed: readonly Region[]; regionsReachable: readonly Region[] },
): Reach {
  if (regionsServed.includes(region)) return "served";
  return regionsReachable.includes(region) ? "reachable" : "other";
}
