import { textRecords } from "./dns-records.ts";
import { type Finding, fix, good, look } from "./finding.ts";
import type { Patient } from "./patient.ts";

/** Returns the tags of a DMARC record: "v=DMARC1; p=none" is { v: "DMARC1", p: "none" }. */
function tagsOf(record: string): Record<string, string> {
  const pairs = record.split(";").map((tag) => tag.split("=").map((part) => part.trim().toLowerCase()));
  return Object.fromEntries(pairs.filter(([name]) => name).map(([name = "", value = ""]) => [name, value]));
}

/** A domain without a record goes by that of the domain above it, down to two labels (RFC 7489, 6.6.3, about). */
function namesFor(domain: string): string[] {
  const labels = domain.split(".");
  return labels.slice(0, -1).map((_, index) => labels.slice(index).join("."));
}

/** What mailbox providers are told to do with mail that only claims to be from this domain. */
export async function checkDmarc(dns: Patient["dns"], domain: string): Promise<Finding> {
  for (const name of namesFor(domain)) {
    const records = (await textRecords(dns, `_dmarc.${name}`)).filter((text) => /^v=DMARC1/i.test(text));
    if (records.length > 1)
      return fix(`DMARC: _dmarc.${name} has ${records.length} records, so none counts`, "leave one");
    const [record] = records;
    if (record !== undefined) return judged(tagsOf(record), name, domain);
  }
  return fix(
    `DMARC: no record for ${domain}; large mailbox providers refuse bulk mail without one`,
    `_dmarc.${domain}  TXT "v=DMARC1; p=none; rua=mailto:…" to begin with; first-deployment.md, step 5`,
  );
}

function judged(tags: Record<string, string>, name: string, domain: string): Finding {
  const policy = name === domain ? tags.p : (tags.sp ?? tags.p);
  if (policy === "quarantine" || policy === "reject") return good(`DMARC: ${name} says p=${policy}`);
  if (policy === "none")
    return look(
      `DMARC: ${name} says p=none: forged mail in this name is delivered`,
      "read the reports (rua) for some weeks, mend what fails, then p=quarantine",
    );
  return fix(`DMARC: the record of ${name} has no policy`, 'begin it with "v=DMARC1; p=…"');
}
