export interface Progress {
  at: number;
  of: number;
  /** Whole minutes for what is still unanswered of the path. */
  minutesLeft: number;
}

/** Returns "Section 2 of 6". */
export function placeText({ at, of }: Pick<Progress, "at" | "of">): string {
  return `Section ${at} of ${of}`;
}

/** Returns where the visitor stands and what is left, in words. */
export function progressText(progress: Progress): string {
  const { minutesLeft } = progress;
  const left = minutesLeft <= 1 ? "about a minute left" : `about ${minutesLeft} minutes left`;
  return `${placeText(progress)}, ${left}`;
}

/** Returns the class of one tick of the row, counted from 1. */
export function tickClass(tick: number, at: number): string {
  return tick < at ? "tick-done" : tick === at ? "tick-now" : "tick-ahead";
}
