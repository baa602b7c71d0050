import type { Edition } from "#shared/edition.ts";
import { checkFacts } from "#shared/edition-check/facts.ts";
import { checkPaths } from "#shared/edition-check/paths.ts";
import { checkPlan } from "#shared/edition-check/plan.ts";
import { checkReferences, checkUniqueIds } from "#shared/edition-check/references.ts";
import { checkTexts } from "#shared/edition-check/texts.ts";

/** Returns every problem of an edition in words, each naming the place; empty means it may be published. */
export function checkEdition(edition: Edition): string[] {
  return [checkUniqueIds, checkReferences, checkPaths, checkPlan, checkFacts, checkTexts].flatMap((check) =>
    check(edition),
  );
}
