/**
 * What the fields about a visitor accept, as plain functions: the form checks with them before anything is sent.
 * `submission.ts` says the same as a schema, for the API; a test holds the two equal. The form does not load the
 * schema library, because it alone outweighs all of the form's own code.
 */

import { unprintableMessage } from "#shared/printable-letters.ts";

/** Whole people; more than this is a slip of the finger. */
export const mostPeople = 10_000;
export const longest = { email: 254, plain: 80, phone: 40 } as const;

/** Control characters, line ends, marks of direction, spaces without width, and halves of characters. */
export const unprintable =
  /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/gu;
const linkOrAddress = /:\/\/|www\.|@|\b[\w-]+\.(?:com|net|org|io|ru|cn|info|biz|xyz|top)\b|\w\.[a-z]{2,}\//i;
/** "evil.shop", but not "St.Mary", "S.p.A." or "co.ltd". */
const hostName = /[\w-]{3,}\.[a-z]{2,24}(?![\w.])/;
/** Nine digits or more, however they are grouped: a number that can be called from elsewhere. */
const phoneNumber = /(?:\d[ ().-]{0,2}){9}/;

/** Returns whether a text holds a link, an address or a number to call, full-width letters and the like included. */
export function namesWayToReachSomebody(text: string): boolean {
  const plain = text.normalize("NFKC");
  return [linkOrAddress, hostName, phoneNumber].some((pattern) => pattern.test(plain));
}

/** At most 64 characters before the @, no dot at their ends or doubled; a domain with a dot, and no bare IP address. */
export const deliverable =
  /^(?=[^@]{1,64}@)[^.@]+(?:\.[^.@]+)*@(?:[a-z0-9-]+\.)+(?:[a-z]{2,63}|xn--[a-z0-9-]+)$/i;

/**
 * Returns the address with its domain as mail servers know it: bücher.example by its ASCII name.
 * What is no domain stays as it is.
 */
export function asciiDomain(address: string): string {
  const at = address.lastIndexOf("@") + 1;
  const domain = address.slice(at);
  const foreign = /^[\p{L}\p{M}\p{N}.-]+$/u.test(domain) && !/^[a-z0-9.-]+$/i.test(domain);
  const url = `http://${domain}`;
  return foreign && URL.canParse(url) ? address.slice(0, at) + new URL(url).hostname : address;
}

/** The pattern by which HTML itself judges `<input type="email">`. */
export const emailPattern =
  /^[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*$/;
/** A name of dashes and dots names nobody. */
export const letterOrDigit = /[\p{L}\p{N}]/u;
export const phonePattern = /^[+0-9 ()./xX-]*$/;

/** Said at a field that is empty or holds what it cannot take; each says what to do. */
export const fieldMessages = {
  industry: "Choose your industry.",
  infrastructurePeople: `Enter a whole number of people, 0 to ${mostPeople.toLocaleString("en-US")}.`,
  role: "Choose your role.",
  headcount: "Choose how many people work at your organization.",
  region: "Choose your region.",
  email: "Enter your email address.",
  emailShape: "Enter an email address like name@company.com.",
  emailLength: `Use an address of at most ${longest.email} characters.`,
  organisation: "Enter your organization's name.",
  phone: "Enter a phone number with digits, spaces and + only, or leave it empty.",
  invisible: "Remove line breaks and invisible characters.",
  link: "Leave out links, addresses and phone numbers.",
  length: (most: number) => `Use at most ${most} characters.`,
} as const;

type Check = readonly [fits: (text: string) => boolean, message: string | ((text: string) => string)];

const filled = (text: string) => text !== "";
const atMost = (most: number) => (text: string) => text.length <= most;

/** Text a visitor types about themselves: never a link, an address, a number to call or an invisible character. */
const plainText: readonly Check[] = [
  [atMost(longest.plain), fieldMessages.length(longest.plain)],
  [(text) => text.search(unprintable) < 0, fieldMessages.invisible],
  [(text) => !namesWayToReachSomebody(text), fieldMessages.link],
];

/** Text that is printed in the report. */
const printedText: readonly Check[] = [
  ...plainText,
  [(text) => unprintableMessage(text) === null, (text) => unprintableMessage(text) ?? ""],
];

const textChecks = {
  email: [
    [filled, fieldMessages.email],
    [atMost(longest.email), fieldMessages.emailLength],
    [(text) => emailPattern.test(asciiDomain(text)), fieldMessages.emailShape],
    [(text) => deliverable.test(asciiDomain(text)), fieldMessages.emailShape],
  ],
  organisation: [...printedText, [(text) => letterOrDigit.test(text), fieldMessages.organisation]],
  name: plainText,
  role: [...printedText, [filled, fieldMessages.role]],
  phone: [
    [atMost(longest.phone), fieldMessages.length(longest.phone)],
    [(text) => phonePattern.test(text), fieldMessages.phone],
  ],
} as const satisfies Record<string, readonly Check[]>;

export type TextField = keyof typeof textChecks;

/** Returns the first thing wrong with a text, white space around it aside, or null when it is accepted. */
export function textMistake(field: TextField, text: string): string | null {
  const trimmed = text.trim();
  const checks: readonly Check[] = textChecks[field];
  const message = checks.find(([fits]) => !fits(trimmed))?.[1] ?? null;
  return typeof message === "function" ? message(trimmed) : message;
}

/** Returns a whole number of people from 0 to 10,000, or null for anything else that was typed. */
export function typedPeople(text: string): number | null {
  const digits = text.trim();
  return /^\d{1,5}$/.test(digits) && Number(digits) <= mostPeople ? Number(digits) : null;
}
