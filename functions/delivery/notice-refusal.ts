import type { Assessment, StepName } from "#functions/store/assessment-item.ts";
import { noticeOf } from "#functions/store/hand-over-steps.ts";

/** Returns why a notice is not wanted any more, or null when it is: the response clock ends with the first touch. */
export function noticeRefusal(
  { status, grade }: Pick<Assessment, "status" | "grade">,
  name: StepName,
): "taken-up" | "not-grade-a" | null {
  if (noticeOf(name)?.occasion !== "untouched") return null;
  if (status !== "new") return "taken-up";
  return grade === "A" ? null : "not-grade-a";
}
