/** What tells a program that fills in the page from a person; the API holds back what a program sent. */

/** The field that nobody sees. */
const trap = "website";

let opened: number | null = null;

/** Notes that the form was opened with nothing kept: only then does the time of this visit say how long it took. */
export function noteOpened(): void {
  opened = performance.now();
}

/** Returns the fields that go with a submission; the time only where it is known. */
export function signalsOf(form: HTMLFormElement): Record<string, string | number> {
  const trapped = new FormData(form).get(trap);
  return {
    ...(typeof trapped === "string" && trapped !== "" ? { [trap]: trapped } : {}),
    ...(opened === null ? {} : { secondsTaken: Math.round(performance.now() - opened) / 1000 }),
  };
}
