/** Returns whether a step is one of the mails that follow days later, only by consent. */
export function isFollowUp(stepName: string): boolean {
  return stepName.startsWith("follow-up");
}
