/** Steps whose mail was owed anew, or whose mailbox was left: SES may still report about what they sent. */
import { stepKinds } from "#functions/delivery/step-kinds.ts";
import type { Assessment, FormerStep, Step } from "#functions/store/assessment-item.ts";

/** Far more than corrections and repeats make of one assessment; beyond it the oldest are let go. */
const mostKept = 60;

/** Returns the former steps of an assessment with those added that have sent a mail, or may have. */
export function withFormerSteps(
  {
    formerSteps = [],
    addressHash,
    createdAt,
    linksFrom = createdAt,
  }: Pick<Assessment, "formerSteps" | "addressHash" | "createdAt" | "linksFrom">,
  replaced: readonly Step[],
): FormerStep[] {
  const added = replaced
    .filter(({ name, attempts }) => attempts > 0 && stepKinds[name].by === "mail")
    .map((step) => (stepKinds[step.name].to === "prospect" ? { ...step, addressHash, linksFrom } : step));
  return [...formerSteps, ...added].slice(-mostKept);
}
