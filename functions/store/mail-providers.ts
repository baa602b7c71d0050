/**
 * How mail providers spell one mailbox in several ways, as their help pages say. Only what is certain: two people taken
 * for one would share a daily number, and one's "Not me" would silence the other.
 *
 * A rule changes the key of its addresses. Once suppressions are stored, a new rule needs a look-up of the old key too.
 */
export interface MailProvider {
  domains: readonly string[];
  /** The domain all of them stand for; left out where each domain has users of its own. */
  oneDomain?: string;
  /** Characters before the @ that count as another one, or as none. */
  alike?: { characters: RegExp; as: string };
  /** Ends the name before the @, beside the plus sign that does so everywhere. */
  tagSign?: string;
  /** anything@jo.example.com reaches jo@example.com. */
  subdomainNames?: true;
}

const yahooCountries =
  "com,ca,co.in,co.jp,co.nz,co.uk,com.ar,com.au,com.br,com.mx,com.sg,de,es,fr,ie,in,it,ro,se";

export const mailProviders: readonly MailProvider[] = [
  { domains: ["gmail.com", "googlemail.com"], oneDomain: "gmail.com", alike: { characters: /\./g, as: "" } },
  { domains: ["icloud.com", "me.com", "mac.com"], oneDomain: "icloud.com" },
  {
    domains: ["proton.me", "protonmail.com", "protonmail.ch", "pm.me"],
    oneDomain: "proton.me",
    alike: { characters: /[._-]/g, as: "" },
  },
  {
    domains: ["yandex.ru", "yandex.com", "yandex.by", "yandex.kz", "yandex.com.tr", "ya.ru"],
    oneDomain: "yandex.ru",
    alike: { characters: /-/g, as: "." },
  },
  {
    domains: [...yahooCountries.split(",").map((ending) => `yahoo.${ending}`), "ymail.com", "rocketmail.com"],
    // Names at Yahoo hold no hyphen: it begins the keyword of a disposable address.
    tagSign: "-",
  },
  {
    domains: [
      "fastmail.com",
      "fastmail.fm",
      "fastmail.net",
      "fastmail.org",
      "fastmail.co.uk",
      "fastmail.de",
      "sent.com",
    ],
    // A host name holds no underscore, so in a subdomain the hyphen stands for it.
    alike: { characters: /_/g, as: "-" },
    subdomainNames: true,
  },
];
