/** Words of the form that belong to no edition: choices of the profile, hints of the ways out, helper lines. */

import { onCallFollowers } from "#shared/assessment-path.ts";
import type { Edition, Headcount, Industry, Question, Region } from "#shared/edition.ts";
import { headcounts, regions } from "#shared/edition.ts";
import { roles } from "#shared/profile.ts";
import { answerHints } from "#shared/questions/2026-1/answer-hints.ts";
import type { Choice } from "./radio-field.tsx";

export { unansweredMessage } from "./unanswered-message.ts";

const headcountLabels: Readonly<Record<Headcount, string>> = {
  "1-49": "1 to 49",
  "50-249": "50 to 249",
  "250-999": "250 to 999",
  "1000+": "1,000 or more",
};

const regionLabels: Readonly<Record<Region, string>> = {
  us: "United States",
  eu: "European Union",
  uk: "United Kingdom",
  other: "Somewhere else",
};

export const headcountChoices: readonly Choice[] = headcounts.map((value) => ({
  value,
  label: headcountLabels[value],
}));

export const regionChoices: readonly Choice[] = regions.map((value) => ({
  value,
  label: regionLabels[value],
}));

export const roleChoices: readonly Choice[] = roles.map(({ id, label }) => ({ value: id, label }));

export function industryChoices(edition: Edition): readonly Choice[] {
  return edition.industries.map(({ id, name }) => ({ value: id, label: name }));
}

export function industryName(edition: Edition, industry: Industry): string {
  return edition.industries.find(({ id }) => id === industry)?.name ?? industry;
}

function naHint(question: Question): string {
  return question.id === "OC1" ? answerHints.nobodyContacted : answerHints.notApplicable;
}

/**
 * Returns the four answers, worst to best, then the ways out the question offers.
 * The followers of OC1 offer no "does not apply" of their own: OC1 answers for them.
 */
export function questionChoices(question: Question): readonly Choice[] {
  const levels = question.answers.map((label, level) => ({ value: String(level), label }));
  const unknown: Choice = {
    value: "unknown",
    label: answerHints.unknownLabel,
    hint: question.kind === "technical" ? answerHints.unknownTechnical : answerHints.unknownPeople,
    apart: true,
  };
  return question.naLabel === null || onCallFollowers.includes(question.id)
    ? [...levels, unknown]
    : [...levels, unknown, { value: "na", label: question.naLabel, hint: naHint(question) }];
}

/** Returns the text with the slots of the reassurance lines filled in. */
export function withPrivacy(text: string, privacy: { storageRegion: string; accessRoles: string }): string {
  return text
    .replaceAll("{storageRegion}", privacy.storageRegion)
    .replaceAll("{region}", privacy.storageRegion)
    .replaceAll("{accessRoles}", privacy.accessRoles);
}
