import type { Headcount, Industry, Region } from "#shared/edition.ts";

/** Who answers, as asked; not scored. */
export interface Profile {
  industry: Industry;
  headcount: Headcount;
  /** 0: nobody in-house; the people part is left out. */
  infrastructurePeople: number;
  /** An id of `roles`, or any short text from another client. */
  role: string;
  region: Region;
  /** Yearly, in the reader's currency; only for the cost of one departure. */
  salary?: number | undefined;
}

/** What a role does: decides, runs the systems, or neither (model C). */
export type RoleGroup = "decides" | "runs" | "other";

/** The roles the form offers, in its order. */
export const roles = [
  { id: "owner", label: "Owner or executive", group: "decides" },
  { id: "operations", label: "Operations lead", group: "decides" },
  { id: "quality", label: "Quality lead", group: "decides" },
  { id: "laboratory", label: "Laboratory or technical manager", group: "decides" },
  { id: "compliance", label: "Compliance lead", group: "decides" },
  { id: "it-lead", label: "IT lead or manager", group: "decides" },
  { id: "infrastructure", label: "I run systems, networks or security", group: "runs" },
  { id: "other", label: "Another role", group: "other" },
] as const satisfies readonly { id: string; label: string; group: RoleGroup }[];

/** Returns what a role does; a text that is not one of `roles` counts as "other". */
export function roleGroup(role: string): RoleGroup {
  return roles.find((known) => known.id === role)?.group ?? "other";
}

/** Returns the printed name of a role; an unknown one prints as it was given. */
export function roleLabel(role: string): string {
  return roles.find((known) => known.id === role)?.label ?? role;
}
