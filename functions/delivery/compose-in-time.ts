/** Composing took longer than it may; whatever it still does is ignored. */
export class ComposeTimeout extends Error {
  override name = "ComposeTimeout";
}

/**
 * Returns what was composed.
 * @throws ComposeTimeout after so many milliseconds
 */
export async function composeInTime<Mail>(composing: Promise<Mail>, maxMs: number): Promise<Mail> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new ComposeTimeout(`Not composed in ${maxMs} ms.`)), maxMs);
  });
  try {
    return await Promise.race([composing, late]);
  } finally {
    clearTimeout(timer);
  }
}
