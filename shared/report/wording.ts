/** How the report quotes, lists and counts: one voice for every page. */
import type { Answer, Answers, Edition, Question } from "#shared/edition.ts";
import type { QuotedAnswer } from "#shared/report/report.ts";

/** Subject of the mail that brings the report, and of what sales writes about it. */
export const reportSubject = "Your Digital Readiness Report";

/** Returns the question of that id. @throws RangeError when the edition has none */
export function questionOf(edition: Edition, id: string): Question {
  const question = edition.questions.find((candidate) => candidate.id === id);
  if (!question) throw new RangeError(`edition ${edition.id} has no question ${id}`);
  return question;
}

/** Returns the answer in the words the visitor chose. */
export function answerText(question: Question, answer: Answer | undefined): string {
  if (answer === undefined) return "not asked";
  if (answer === "unknown") return "I don't know yet";
  if (answer === "na") return question.naLabel ?? "Does not apply here";
  return question.answers[answer];
}

/** Returns question and answer as a pair to quote, whatever was answered. */
export function quote(edition: Edition, answers: Answers, id: string): QuotedAnswer {
  const question = questionOf(edition, id);
  return { questionId: id, question: question.text, answer: answerText(question, answers[id]) };
}

/** An answer never stands without its question. */
export function quoted(pair: QuotedAnswer): string {
  return `“${pair.answer}” to “${pair.question}”`;
}

/** Returns "a", "a and b" or "a, b and c"; empty for an empty list. */
export function listed(items: readonly string[]): string {
  if (items.length < 2) return items[0] ?? "";
  return `${items.slice(0, -1).join(", ")} and ${items.at(-1)}`;
}

/** Returns the first three, then "and {k} more". */
export function listedBriefly(items: readonly string[]): string {
  return items.length <= 3 ? listed(items) : `${items.slice(0, 3).join(", ")} and ${items.length - 3} more`;
}

/** Returns "one person", "2 people" and so on. */
export function peopleCount(people: number): string {
  return people === 1 ? "one person" : `${people} people`;
}

export function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

const months = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

/** Returns "November 24, 2026" for "2026-11-24". */
export function longDate(date: string): string {
  const [year, month, day] = date.split("-").map(Number);
  return `${months[(month ?? 1) - 1]} ${day}, ${year}`;
}

/** Our own position is no published study: what cites only it prints as "our judgement". */
export const ownPosition = "S01";

const itRole = /\bIT (?:lead|manager)\b/;

/** Returns the role, or the outside provider where nobody in-house runs infrastructure. */
export function inHouse({ profile }: { profile: { infrastructurePeople: number } }, role: string): string {
  return profile.infrastructurePeople === 0 && itRole.test(role) ? "Your outside IT provider" : role;
}
