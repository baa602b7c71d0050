/** What became of the plan: what was said of each step, beside what today's answers say. */
import type { Edition } from "#shared/edition.ts";
import type { StepReview } from "#shared/progress/compare.ts";
import type { StepOutcome } from "#shared/progress/earlier.ts";
import type { StepRow } from "#shared/report/change-types.ts";
import { listed } from "#shared/report/wording.ts";

const said: Readonly<Record<StepOutcome, string>> = {
  done: "Done, you say",
  started: "Under way, you say",
  "put-off": "Put off for a good reason",
  "not-started": "Not started",
};

function seen({ outcome, stillCalledFor }: StepReview, proof: string): string {
  if (stillCalledFor === null) return "The questions behind it changed.";
  if (!stillCalledFor) return "Today's answers no longer call for it.";
  return outcome === "done"
    ? `Today's answers still call for it. It is done when ${proof}.`
    : "Today's answers still call for it.";
}

function stateOf({ outcome, stillCalledFor }: StepReview): StepRow["state"] {
  if (stillCalledFor === false || (outcome === "done" && stillCalledFor === null)) return "done";
  return outcome === "put-off" || outcome === "not-started" ? "slipped" : "open";
}

function stepRow(review: StepReview, edition: Edition): StepRow[] {
  const { recommendationId, outcome } = review;
  const step = edition.recommendations.find(({ id }) => id === recommendationId);
  if (step === undefined) return [];
  return [
    {
      recommendationId,
      title: step.title,
      said: outcome === null ? "Nothing said" : said[outcome],
      seen: seen(review, step.proof),
      state: stateOf(review),
    },
  ];
}

/**
 * Returns a row for each step of the earlier plan, and what slipped in a sentence, or null.
 * @param people whether steps on how the work is carried are shown
 */
export function stepRows(
  reviews: readonly StepReview[],
  edition: Edition,
  people: boolean,
): { rows: StepRow[]; slipped: string | null } {
  const rows = reviews
    .filter((review) => people || !review.people)
    .flatMap((review) => stepRow(review, edition));
  const late = rows.filter(({ state }) => state === "slipped").map(({ title }) => title);
  return { rows, slipped: late.length === 0 ? null : `What slipped: ${listed(late)}.` };
}
