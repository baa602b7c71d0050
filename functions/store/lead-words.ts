/** What a lead is found by: words as people type them, without case and accents. */
import type { Assessment } from "#functions/store/assessment-item.ts";
import type { FindPart } from "#functions/store/table-definition.ts";

/** Every entry of the search indexes lies under this key; what is looked for is the start of their range. */
export const findIn = "LEADS";

/** Said by too many to find anybody. */
const stopWords = new Set(["the", "of", "and", "for", "a", "an", "inc", "llc", "ltd", "gmbh", "co", "corp"]);

/** Returns the words of a text in lower case, without accents and punctuation. */
export function wordsIn(text: string): string[] {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
}

/** Returns the words worth looking for; where all are stop words, they are all there is. */
export function tellingWords(text: string): string[] {
  const words = wordsIn(text);
  const telling = words.filter((word) => !stopWords.has(word));
  return [...new Set(telling.length > 0 ? telling : words)];
}

type Findable = Pick<Assessment, "contact" | "addressHash">;

/** Returns every word that a search may match, the parts of the address among them. */
export function allWords({ contact }: Findable): string[] {
  const { organisation, name, email } = contact;
  const [local = "", domain = ""] = email.toLowerCase().split("@");
  return [...wordsIn(organisation), ...wordsIn(name ?? ""), ...wordsIn(local), domain, ...wordsIn(domain)];
}

/**
 * Returns what the search indexes hold of a lead: the mailbox, its domain, two words of the name, three of the
 * organization. The time behind each word puts the newest last.
 */
export function findAttributes(
  lead: Findable & Pick<Assessment, "createdAt" | "id">,
): Partial<Record<FindPart | "findIn", string>> {
  const { contact, addressHash, createdAt, id } = lead;
  const names = tellingWords(contact.name ?? "");
  const firstName = names.length > 1 ? names[0] : undefined;
  const [one, two, three] = tellingWords(contact.organisation);
  const parts: Partial<Record<FindPart, string | undefined>> = {
    findMailbox: addressHash,
    findDomain: contact.email.toLowerCase().split("@")[1],
    findLastName: names.at(-1),
    findFirstName: firstName,
    findOrganisation1: one,
    findOrganisation2: two,
    findOrganisation3: three,
  };
  const entries = Object.entries(parts).flatMap(([part, word]) =>
    word ? [[part, `${word}#${createdAt}#${id}`]] : [],
  );
  return { findIn, ...Object.fromEntries(entries) };
}
