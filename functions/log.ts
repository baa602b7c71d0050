/** One JSON line an event. Fields are ids, codes and counts: never an address, a name or an answer. */
export type LogFields = Readonly<Record<string, string | number | boolean | null | undefined>>;

export interface Log {
  info(event: string, fields?: LogFields): void;
  error(event: string, fields?: LogFields): void;
}

/** Returns a log that hands each line, without its line end, to `write`. */
export function createLog(write: (line: string) => void): Log {
  const line =
    (level: string) =>
    (event: string, fields: LogFields = {}) =>
      write(JSON.stringify({ level, event, ...fields }));
  return { info: line("info"), error: line("error") };
}

/** Writes to standard output, where Lambda and a terminal both look. */
export const standardLog: Log = createLog((line) => process.stdout.write(`${line}\n`));
