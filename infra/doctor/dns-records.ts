/** DNS as the checks read it: an absent record is an empty list, and only a name server that fails is an error. */
import type { Resolver } from "node:dns/promises";

async function orNone<T>(asked: Promise<T[]>): Promise<T[]> {
  try {
    return await asked;
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (code === "ENOTFOUND" || code === "ENODATA") return [];
    throw error;
  }
}

export const textRecords = async (dns: Resolver, name: string): Promise<string[]> =>
  (await orNone(dns.resolveTxt(name))).map((parts) => parts.join(""));

export const aliases = async (dns: Resolver, name: string): Promise<string[]> =>
  (await orNone(dns.resolveCname(name))).map((target) => target.replace(/\.$/, "").toLowerCase());

export const mailServers = async (dns: Resolver, name: string): Promise<string[]> =>
  (await orNone(dns.resolveMx(name))).map(({ exchange }) => exchange.replace(/\.$/, "").toLowerCase());
