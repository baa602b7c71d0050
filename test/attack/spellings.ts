/** Ways to write one mailbox, as somebody would try them who wants it mailed more than once. */

/** Returns a number from 0 up to 1 each time, the same row for the same seed. */
export type Chance = () => number;

/** Marsaglia's xorshift. */
export function chanceFrom(seed: number): Chance {
  let state = seed | 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

export function oneOf<Value>(chance: Chance, values: readonly Value[]): Value {
  const value = values[Math.floor(chance() * values.length)];
  if (value === undefined) throw new RangeError("There is nothing to choose from.");
  return value;
}

interface Victim {
  name: string;
  /** The mailbox: as the names of the provider, the first one is its own. */
  domains: readonly string[];
  /** What the provider does to the name before the @. */
  respell: readonly ((name: string, chance: Chance) => string)[];
}

const tag = (name: string, chance: Chance) => `${name}+${Math.floor(chance() * 1e6)}`;
const keyword = (name: string, chance: Chance) => `${name}-${Math.floor(chance() * 1e6)}`;
const dots = (name: string, chance: Chance) =>
  [...name].map((sign, at) => (at > 0 && chance() < 0.4 ? `.${sign}` : sign)).join("");

export const victims: readonly Victim[] = [
  { name: "quality", domains: ["lab.example.com"], respell: [tag] },
  { name: "josmith", domains: ["gmail.com", "googlemail.com"], respell: [tag, dots] },
  { name: "joyahoo", domains: ["yahoo.co.uk"], respell: [tag, keyword] },
  { name: "johome", domains: ["icloud.com", "me.com", "mac.com"], respell: [tag] },
  { name: "jofast", domains: ["fastmail.com"], respell: [tag, (name) => name] },
  { name: "joproton", domains: ["proton.me", "pm.me", "protonmail.com"], respell: [tag, dots] },
  {
    name: "jo.ya",
    domains: ["yandex.com", "ya.ru", "yandex.ru"],
    respell: [tag, (name) => name.replace(".", "-")],
  },
  { name: "jo", domains: ["bücher.example", "xn--bcher-kva.example"], respell: [tag] },
  { name: "jooutlook", domains: ["outlook.com"], respell: [tag] },
  { name: "o'neil", domains: ["sub.example.co.uk"], respell: [tag] },
];

const capitals = (text: string, chance: Chance) =>
  [...text].map((sign) => (chance() < 0.5 ? sign.toUpperCase() : sign)).join("");
const wide = (text: string) =>
  text.replace(/[!-~]/g, (sign) => String.fromCodePoint((sign.codePointAt(0) ?? 0) + 0xfee0));

/** Spellings that are no address to a mail server; the API must refuse them, not send them. */
const malformed: readonly ((address: string) => string)[] = [
  (address) => `${address}.`,
  (address) => address.replace(/^(.*)@/, '"$1"@'),
  wide,
  (address) => `Jo <${address}>`,
  (address) => `${address}, ${address}`,
  (address) => address.replace("@", "\r\nBcc: jo@"),
  (address) => address.replace("@", "\u200b@"),
];

/** Returns the mailbox spelled in one of its ways. */
export function spelled({ name, domains, respell }: Victim, chance: Chance): string {
  const domain = oneOf(chance, domains);
  const typed = oneOf(chance, respell)(name, chance);
  const subdomain = domain === "fastmail.com" && chance() < 0.5;
  const address = subdomain ? `any${Math.floor(chance() * 1e6)}@${name}.${domain}` : `${typed}@${domain}`;
  if (chance() < 0.1) return oneOf(chance, malformed)(address);
  return capitals(address, chance);
}
