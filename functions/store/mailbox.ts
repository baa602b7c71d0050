/** Which mailbox an address leads to. The mail itself always goes to the address as it was typed. */
import { domainToASCII } from "node:url";
import { type MailProvider, mailProviders } from "#functions/store/mail-providers.ts";

/** Joiners, marks and other characters that nobody sees. */
const invisible = /[\p{Cf}\p{Cc}\p{Zs}\p{Zl}\p{Zp}]/gu;

/** Full-width letters, ligatures and the like become what they stand for. */
function plain(text: string): string {
  return text.normalize("NFKC").replace(invisible, "").toLowerCase().normalize("NFKC");
}

/** "jo"@ and jo@ are the same name; a backslash keeps the character after it. */
function unquoted(local: string): string {
  const quoted = /^"(.*)"$/s.exec(local)?.[1];
  return quoted === undefined ? local : quoted.replace(/\\(.)/gs, "$1");
}

/** A host name in letters that every mail server knows, so that both spellings of bücher.example are one. */
function asciiDomain(domain: string): string {
  const bare = domain.replace(/\.+$/, "");
  return domainToASCII(bare) || bare;
}

interface Parts {
  local: string;
  domain: string;
}

function partsOf(email: string): Parts {
  const text = plain(email);
  const at = text.lastIndexOf("@");
  return { local: unquoted(text.slice(0, Math.max(at, 0))), domain: asciiDomain(text.slice(at + 1)) };
}

/** Returns the name as its subdomain gives it, or null where the domain is none of the provider's subdomains. */
function named({ domains, subdomainNames }: MailProvider, { domain }: Parts): Parts | null {
  if (!subdomainNames) return null;
  const parent = domains.find((known) => domain.endsWith(`.${known}`));
  return parent === undefined ? null : { local: domain.slice(0, -parent.length - 1), domain: parent };
}

function before(local: string, sign: string): string {
  // A name that starts with the sign has nothing before it.
  return local.split(sign, 1)[0] || local;
}

/**
 * Returns the mailbox behind an address, the same for every way to write it that its provider takes for the same.
 * Works for any text: what is no address comes out as something of its own.
 */
export function mailboxOf(email: string): string {
  const typed = partsOf(email);
  for (const provider of mailProviders) {
    const parts = provider.domains.includes(typed.domain) ? typed : named(provider, typed);
    if (parts === null) continue;
    const { tagSign, alike, oneDomain = parts.domain } = provider;
    const untagged = before(parts.local, "+");
    const name = tagSign === undefined ? untagged : before(untagged, tagSign);
    return `${alike === undefined ? name : name.replace(alike.characters, alike.as) || name}@${oneDomain}`;
  }
  return `${before(typed.local, "+")}@${typed.domain}`;
}
