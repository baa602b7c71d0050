import { answerHints } from "#shared/questions/2026-1/answer-hints.ts";

/** Said at a question that was left open. */
export function unansweredMessage({ text }: { text: string }): string {
  return `Answer “${text}” or choose “${answerHints.unknownLabel}”.`;
}
