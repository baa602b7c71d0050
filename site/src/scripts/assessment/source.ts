/** Where the visitor came from, and what the page before already knows. */
import { industries } from "#shared/edition.ts";
import type { FormOutline } from "#shared/views/form/form-outline.ts";
import type { FormValues } from "#shared/views/form/form-state.ts";
import type { VisitSource } from "../visit-source.ts";

/**
 * Returns the answers chosen on a landing page, which stand behind "#" and so reach no server.
 * A step or a list of open questions in the same place gives none.
 */
export function answersFromAddress(outline: FormOutline, hash: string): FormValues {
  const given = [...new URLSearchParams(hash.slice(1))];
  return Object.fromEntries(
    given.filter(
      ([id, value]) =>
        outline.questions.some((question) => question.id === id) && /^([0-3]|unknown)$/.test(value),
    ),
  );
}

/**
 * Returns the fields that are filled in before the visitor begins.
 * @param source where the visit began; an address may name another page to be counted for
 */
export function valuesFromAddress(address: string, source: VisitSource): FormValues {
  const { searchParams } = new URL(address);
  const industry = industries.find((known) => known === searchParams.get("industry"));
  const page = searchParams.get("page");
  return {
    ...source,
    ...(industry ? { industry } : {}),
    ...(page?.startsWith("/") ? { page: page.slice(0, 200) } : {}),
  };
}
