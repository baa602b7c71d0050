import type { Assessment } from "#functions/store/assessment-item.ts";
import { actionsDone } from "#functions/store/lead-actions.ts";
import { findEdition } from "#shared/questions/index.ts";
import type { LeadRecord } from "#shared/sales/lead-record.ts";

/** Returns an assessment as sales sees it. */
export function leadRecord(assessment: Omit<Assessment, "grade">): LeadRecord {
  const { answers, profile, contact, consent, scorecard, actions, earlier } = assessment;
  return {
    edition: findEdition(assessment.edition),
    answers,
    profile,
    contact,
    consent,
    scorecard,
    ...(earlier === undefined
      ? {}
      : { earlier: { measurement: earlier, edition: findEdition(earlier.edition) } }),
    actions: actionsDone(actions),
  };
}
