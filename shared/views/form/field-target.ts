import type { Edition } from "#shared/edition.ts";
import { headcountChoices, industryChoices, regionChoices, roleChoices } from "./choice-texts.ts";
import { choiceId } from "./form-state.ts";

/** Returns the id of the control that a message about a field leads to: the first choice of a group. */
export function fieldTarget(edition: Edition, field: string): string {
  const groups: Readonly<Record<string, readonly { value: string }[]>> = {
    industry: industryChoices(edition),
    role: roleChoices,
    headcount: headcountChoices,
    region: regionChoices,
  };
  const first = groups[field]?.[0]?.value ?? (edition.questions.some(({ id }) => id === field) ? "0" : null);
  return first === null ? field : choiceId(field, first);
}
