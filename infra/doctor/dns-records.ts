import type { Examined } from "./examined.ts";

const absent = new Set(["ENOTFOUND", "ENODATA"]);

/** Returns what a look-up found; nothing where there is no such record. Throws where no server answered. */
async function found<T>(records: Promise<T[]>): Promise<T[]> {
  try {
    return await records;
  } catch (error) {
    if (error instanceof Error && "code" in error && absent.has(String(error.code))) return [];
    throw error;
  }
}

const lower = (name: string) => name.toLowerCase().replace(/\.$/, "");

export const cnamesOf = async ({ dns }: Examined, name: string) =>
  (await found(dns.resolveCname(name))).map(lower);
export const mailHostsOf = async ({ dns }: Examined, name: string) =>
  (await found(dns.resolveMx(name))).map(({ exchange }) => lower(exchange));
/** Texts, each joined from its parts. */
export const textsOf = async ({ dns }: Examined, name: string) =>
  (await found(dns.resolveTxt(name))).map((parts) => parts.join(""));
export const addressesOf = ({ dns }: Examined, name: string) => found(dns.resolve4(name));

/** Returns the tags of a record such as "v=DMARC1; p=none". */
export function tagsOf(record: string): ReadonlyMap<string, string> {
  return new Map(
    record
      .split(";")
      .map((tag) => tag.split("="))
      .map(([name = "", ...value]) => [name.trim().toLowerCase(), value.join("=").trim()]),
  );
}
