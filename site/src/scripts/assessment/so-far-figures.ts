/** What the answers show while some are still open. */
import { unansweredQuestions, type Visitor } from "#shared/assessment-path.ts";
import type { Answer, Edition } from "#shared/edition.ts";
import { score } from "#shared/scoring/score.ts";
import type { Scorecard } from "#shared/scoring/scorecard.ts";
import type { FormOutline } from "#shared/views/form/form-outline.ts";
import { countedAnswers } from "./submission.ts";

export interface SoFar {
  readiness: string;
  known: string;
  load: string;
  /** Ids of the questions behind each red flag. */
  flags: string[][];
}

/** As many percent of the weight must be known before a range is shown, as in the report. */
const leastKnown = 40;

function readinessText({ low, high }: Scorecard): string {
  if (low === null || high === null) return "Too early for a range.";
  return low === high ? `${low} of 100.` : `Between ${low} and ${high} of 100.`;
}

function knownText(coverage: number): string {
  const percent = Math.floor(coverage * 100 + 0.5);
  return `${percent}% of the weight${percent < leastKnown ? `; a range needs ${leastKnown}%` : ""}.`;
}

function loadText({ band, tsrState }: Scorecard): string {
  if (band !== null) return `${band}.`;
  return tsrState === "not applicable" ? "Not applicable: nobody in-house." : "Not known yet.";
}

/**
 * Returns what the answers so far show. A question of the core path that is still open counts as "I don't know yet",
 * so that the range narrows with every answer and ends as the range of the result.
 */
export function soFar(outline: FormOutline, edition: Edition, visitor: Visitor): SoFar {
  const open = unansweredQuestions(outline, "core", visitor);
  const answers = {
    ...countedAnswers(outline, visitor),
    ...Object.fromEntries(open.map(({ id }): [string, Answer] => [id, "unknown"])),
  };
  const scorecard = score(edition, answers, {
    industry: visitor.industry ?? "other",
    infrastructurePeople: visitor.infrastructurePeople,
  });
  return {
    readiness: readinessText(scorecard),
    known: knownText(scorecard.coverage),
    load: loadText(scorecard),
    flags: scorecard.flags.map((flag) => flag.split("+")),
  };
}
