/** What a check has found, and what to do about it. */

/** good: as it has to be. look: works, but somebody should know. fix: does not work, or will not for long. */
export type State = "good" | "look" | "fix";

export interface Finding {
  state: State;
  /** One sentence about what was seen. */
  saw: string;
  /** What to do; null where nothing has to be done. */
  todo: string | null;
}

export const good = (saw: string): Finding => ({ state: "good", saw, todo: null });
export const look = (saw: string, todo: string): Finding => ({ state: "look", saw, todo });
export const fix = (saw: string, todo: string): Finding => ({ state: "fix", saw, todo });

/** Returns good for a condition that holds, and otherwise what is to be fixed. */
export const must = (holds: boolean, saw: string, failed: string, todo: string): Finding =>
  holds ? good(saw) : fix(failed, todo);

export interface Checked {
  name: string;
  findings: readonly Finding[];
}

const marks: Readonly<Record<State, string>> = { good: "ok  ", look: "look", fix: "FIX " };

/** Returns the findings as lines for a terminal, with a count of what is left to do at the end. */
export function asText(checked: readonly Checked[]): string {
  const lines = checked.flatMap(({ name, findings }) => [
    name,
    ...findings.flatMap(({ state, saw, todo }) => [
      `  ${marks[state]}  ${saw}`,
      ...(todo === null ? [] : [`        -> ${todo}`]),
    ]),
  ]);
  const count = (state: State) =>
    checked.flatMap(({ findings }) => findings).filter((one) => one.state === state).length;
  return `${lines.join("\n")}\n\n${count("fix")} to fix, ${count("look")} to look at, ${count("good")} fine.\n`;
}
