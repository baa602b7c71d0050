import { tagsOf, textsOf } from "./dns-records.ts";
import type { Examined } from "./examined.ts";
import { type Finding, fine, fix, look } from "./finding.ts";

/** Returns the DMARC records that hold for a domain: its own, or those of the nearest domain above that has any. */
async function policiesFor(
  examined: Examined,
  domain: string,
): Promise<{ at: string; policies: string[] } | null> {
  const labels = domain.split(".");
  for (let up = 0; up < labels.length - 1; up += 1) {
    const at = labels.slice(up).join(".");
    const policies = (await textsOf(examined, `_dmarc.${at}`)).filter((text) => /^v=DMARC1\b/.test(text));
    if (policies.length > 0) return { at, policies };
  }
  return null;
}

/** Returns whether large mailbox providers find the DMARC policy that they ask of whoever sends to many. */
export async function dmarc(examined: Examined, domain: string): Promise<Finding> {
  const about = `DMARC ${domain}`;
  const held = await policiesFor(examined, domain);
  const record = `_dmarc.${domain} TXT "v=DMARC1; p=none; rua=mailto:you@${domain}"`;
  if (held === null)
    return fix(about, "has no DMARC record; large mailbox providers refuse such mail", `enter ${record}`);
  const { at, policies } = held;
  if (policies.length > 1)
    return fix(
      about,
      `_dmarc.${at} has ${policies.length} records, which counts as none`,
      "leave exactly one",
    );
  const tags = tagsOf(policies[0] ?? "");
  const policy = tags.get(at === domain ? "p" : "sp") ?? tags.get("p");
  if (policy === undefined || !["none", "quarantine", "reject"].includes(policy))
    return fix(about, `the record of ${at} has no valid p=`, `enter ${record}`);
  if (policy === "none")
    return look(
      about,
      "is only watched (p=none): anybody may still send in its name",
      "read the reports for some weeks, mend what fails, then set p=quarantine",
    );
  if (tags.get("aspf") === "s")
    return look(
      about,
      "asks SPF for the very domain (aspf=s), which a MAIL FROM below it never is; DKIM alone carries it",
      `set aspf=r in _dmarc.${at}`,
    );
  return fine(about, `p=${policy}`);
}
