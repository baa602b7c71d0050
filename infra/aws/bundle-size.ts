import type { Metafile } from "esbuild";

const entry = (name: string) => name.endsWith("/index.mjs");

/** Returns the files that are read before the handler can answer: the entry and whatever it imports at once. */
function readAtStart({ outputs }: Metafile): Set<string> {
  const found = new Set(Object.keys(outputs).filter(entry));
  for (const name of found)
    for (const { path, kind, external } of outputs[name]?.imports ?? [])
      if (kind === "import-statement" && external !== true) found.add(path);
  return found;
}

export interface BundleSize {
  /** Bytes of JavaScript read at the start. */
  start: number;
  /** Bytes of all JavaScript, chunks loaded later included. */
  all: number;
  /** Source files and packages behind what is read at the start. */
  startInputs: string[];
}

/** Returns how large a built bundle is. */
export function sizeOf(metafile: Metafile): BundleSize {
  const atStart = readAtStart(metafile);
  const outputs = Object.entries(metafile.outputs);
  const sum = (names: (name: string) => boolean) =>
    outputs.filter(([name]) => names(name)).reduce((bytes, [, output]) => bytes + output.bytes, 0);
  const inputs = outputs
    .filter(([name]) => atStart.has(name))
    .flatMap(([, output]) => Object.entries(output.inputs))
    .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
    .map(([input]) => input);
  return { start: sum((name) => atStart.has(name)), all: sum(() => true), startInputs: [...new Set(inputs)] };
}
