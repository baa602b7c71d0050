/** What one look at a deployment found. */
export interface Finding {
  /** What was looked at. */
  about: string;
  /** look: it works, and a person should know; fix: mails or visitors are lost, or nobody would be told. */
  state: "fine" | "look" | "fix";
  says: string;
  /** What to do; nothing where all is fine. */
  todo?: string;
}

export const fine = (about: string, says: string): Finding => ({ about, state: "fine", says });
export const look = (about: string, says: string, todo: string): Finding => ({
  about,
  state: "look",
  says,
  todo,
});
export const fix = (about: string, says: string, todo: string): Finding => ({
  about,
  state: "fix",
  says,
  todo,
});

const marks = { fine: "ok ", look: "?  ", fix: "FIX" } as const;

function counted(findings: readonly Finding[]): string {
  const number = (state: Finding["state"]) => findings.filter((finding) => finding.state === state).length;
  return `${number("fine")} fine, ${number("look")} to look at, ${number("fix")} to fix.`;
}

/** Returns the findings as lines for a terminal, what to do below each, and their number at the end. */
export function asLines(findings: readonly Finding[]): string {
  const width = Math.max(0, ...findings.map(({ about }) => about.length));
  const lines = findings.flatMap(({ about, state, says, todo }) => [
    `${marks[state]}  ${about.padEnd(width)}  ${says}`,
    ...(todo === undefined ? [] : [`${" ".repeat(width + 7)}-> ${todo}`]),
  ]);
  return `${[...lines, "", counted(findings)].join("\n")}\n`;
}
