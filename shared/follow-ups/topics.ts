/** The mails of the series: what each is about, and which slots its text may use. */

/** Days after the address was confirmed on which a mail goes. */
export const followUpDays = [3, 8, 15, 90] as const;
export type FollowUpDay = (typeof followUpDays)[number];

/** A list on lines of its own. */
const listSlots = ["steps", "questions"] as const;
export type ListSlot = (typeof listSlots)[number];

/**
 * Each topic is one content file of that name. Slots not listed cannot be filled, so that no score, band, flag or
 * level can reach a mail.
 */
export const topics = {
  /** The first technical or industry step of the plan. */
  "first-step": ["domain", "industryTerm", "firstStep", "action", "steps", "proof"],
  /** Instead of it where too little is known for a plan. */
  "open-questions": ["domain", "industryTerm", "questions"],
  /** Instead of it where the plan calls for no technical step. */
  "nothing-due": ["domain", "industryTerm", "action", "steps", "proof"],
  /** What the rota means for each person. */
  "on-call": ["nPeople", "rotaSentence"],
  /** Instead of it where nobody is on call. */
  "two-deep": ["system"],
  /** Who does which step of the plan. */
  columns: ["keepList", "shareList", "handList", "meetingLength"],
  /** The same where funnel.config.ts names no calendar. */
  "columns-by-reply": ["keepList", "shareList", "handList", "meetingLength"],
  /** The answers once more. */
  "measure-again": ["questionCount", "action1"],
} as const satisfies Record<string, readonly string[]>;

export type Topic = keyof typeof topics;
export type Slot = Exclude<(typeof topics)[Topic][number], ListSlot>;

/** Returns the topics in the order of the series. */
export const topicNames = Object.keys(topics).filter((name): name is Topic => name in topics);

/** Returns whether a slot holds a list, which stands on a line of its own. */
export function isListSlot(slot: string): slot is ListSlot {
  return listSlots.some((name) => name === slot);
}
