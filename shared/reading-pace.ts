/** How fast people read and decide; a page works out the time left without any text of the edition. */
const wordsPerMinute = 200;
const secondsPerQuestion = 4;

/** Returns the seconds that so many words and so many questions take, not rounded. */
export function readingSeconds(words: number, questions: number): number {
  return (words * 60) / wordsPerMinute + questions * secondsPerQuestion;
}
