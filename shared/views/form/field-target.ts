import type { Edition } from "#shared/edition.ts";
import { headcountChoices, industryChoices, regionChoices, roleChoices } from "./choice-texts.ts";
import { choiceId } from "./form-state.ts";

const textFields: readonly string[] = ["infrastructurePeople", "email", "organisation", "name", "phone"];

/**
 * Returns the id of the control that a message about a field leads to: the first choice of a group.
 * What belongs to no field, such as a table out of reach, leads to where the form is sent from.
 */
export function fieldTarget(edition: Edition, field: string): string {
  const groups: Readonly<Record<string, readonly { value: string }[]>> = {
    industry: industryChoices(edition),
    role: roleChoices,
    headcount: headcountChoices,
    region: regionChoices,
  };
  const known = [...Object.keys(groups), ...textFields, ...edition.questions.map(({ id }) => id)];
  if (!known.includes(field)) return "section-contact-title";
  const first = groups[field]?.[0]?.value ?? (edition.questions.some(({ id }) => id === field) ? "0" : null);
  return first === null ? field : choiceId(field, first);
}
