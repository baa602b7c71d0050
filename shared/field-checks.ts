/**
 * What the fields about a visitor accept, as plain functions: the form checks with them before anything is sent.
 * `submission.ts` says the same as a schema, for the API; a test holds the two equal. The form does not load the
 * schema library, because it alone outweighs all of the form's own code.
 */

/** Whole people; more than this is a slip of the finger. */
export const mostPeople = 10_000;
export const longest = { email: 254, plain: 80, phone: 40 } as const;

export const controlOrBidi = /[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;
export const linkOrAddress = /:\/\/|www\.|@|\b[\w-]+\.(?:com|net|org|io|ru|cn|info|biz|xyz|top)\b/i;
/** The pattern by which HTML itself judges `<input type="email">`. */
export const emailPattern =
  /^[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*$/;
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
  link: "Leave out links and addresses.",
  length: (most: number) => `Use at most ${most} characters.`,
} as const;

type Check = readonly [fits: (text: string) => boolean, message: string];

const filled = (text: string) => text !== "";
const atMost = (most: number) => (text: string) => text.length <= most;

/** Text a visitor types about themselves: never a link, an address or an invisible character. */
const plainText: readonly Check[] = [
  [atMost(longest.plain), fieldMessages.length(longest.plain)],
  [(text) => !controlOrBidi.test(text), fieldMessages.invisible],
  [(text) => !linkOrAddress.test(text), fieldMessages.link],
];

const textChecks = {
  email: [
    [filled, fieldMessages.email],
    [atMost(longest.email), fieldMessages.emailLength],
    [(text) => emailPattern.test(text), fieldMessages.emailShape],
  ],
  organisation: [...plainText, [filled, fieldMessages.organisation]],
  name: plainText,
  role: [...plainText, [filled, fieldMessages.role]],
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
  return checks.find(([fits]) => !fits(trimmed))?.[1] ?? null;
}

/** Returns a whole number of people from 0 to 10,000, or null for anything else that was typed. */
export function typedPeople(text: string): number | null {
  const digits = text.trim();
  return /^\d{1,5}$/.test(digits) && Number(digits) <= mostPeople ? Number(digits) : null;
}
