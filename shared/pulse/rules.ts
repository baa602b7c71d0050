/** What keeps a pulse anonymous. Our judgement, from five up as common survey tools do (S59). */

/** Fewer answers are never shown, counted or kept. */
export const fewestAnswers = 5;
/** Larger teams are asked by tools made for that. */
export const mostInvitations = 60;
/** A pulse ends by itself after so many days. */
export const openDays = 21;
/** Before a team is asked again: a quarter, so that two results are two states, not one and a difference. */
export const daysBetween = 80;
/** Published numbers are tens, and the outer ones are open: no mean tells that everybody answered alike. */
export const roundedTo = 10;
export const lowestShown = 10;
export const highestShown = 90;
/** From so far apart, manager and team see different things. */
export const gapFrom = 20;

const dayMs = 86_400_000;

/** Returns the day so many days after another, both as YYYY-MM-DD. */
export function daysLater(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);
}
