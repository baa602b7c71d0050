/** Who was mailed, and who must not be. */
import { addressKey } from "#functions/store/addresses.ts";
import { stepNames } from "#functions/store/assessment-item.ts";
import type { Evidence } from "./accounting.ts";
import type { Reported } from "./reports.ts";
import { config, secrets } from "./settings.ts";
import { mailboxOf, toSales } from "./traits.ts";

/** Whatever was on its way when an address was suppressed. */
const underwayMs = 60_000;

const hashOf = (email: string) => addressKey(secrets.address, email);

/** Mails that went to anybody else than they are for. */
function misdirected({ mails, stored }: Evidence): string[] {
  return mails.flatMap(({ step, to }) => {
    const [id = "", name] = step.split("_");
    const known = stepNames.find((one) => one === name);
    const lead = stored.assessments.get(id)?.contact.email;
    const meant = known !== undefined && toSales(known) ? config.sales.recipients[0] : lead;
    return to === meant ? [] : [`a mail of ${step} went to somebody else`];
  });
}

const suppressing = new Set<Reported["name"]>(["bounce", "complaint"]);
const hopeless = new Set(["bounces", "complains"]);

/** Addresses suppressed without a cause, not suppressed with one, for a time only, or mailed after it. */
function suppressionFaults({ accepted, reported, stored, mails }: Evidence): string[] {
  const forGood = reported.filter(
    ({ name, mail }) => suppressing.has(name) && hopeless.has(mailboxOf(mail.to)),
  );
  const since = new Map<string, number>();
  for (const { mail, doneAt } of forGood)
    if (doneAt !== null) since.set(mail.to, Math.min(since.get(mail.to) ?? doneAt, doneAt));
  // A report whose handling was cut off may have come that far.
  const may = new Set(forGood.map(({ mail }) => hashOf(mail.to)));
  const full = new Set(
    accepted.filter(({ email }) => mailboxOf(email) === "full").map(({ email }) => hashOf(email)),
  );
  const suppressed = [...stored.suppressed];
  const late = mails.filter(({ to, at }) => at > (since.get(to) ?? Number.POSITIVE_INFINITY) + underwayMs);
  return [
    ...suppressed
      .filter(([hash, { why }]) => !may.has(hash) && !(why === "soft-bounces" && full.has(hash)))
      .map(([, { why }]) => `suppressed for nothing: ${why}`),
    ...suppressed.filter(([, { ends }]) => ends).map(([, { why }]) => `a suppression will end: ${why}`),
    ...[...since.keys()]
      .filter((email) => !stored.suppressed.has(hashOf(email)))
      .map(() => "an address that bounced is not suppressed"),
    ...late.map(({ step }) => `a mail of ${step} went to a suppressed address`),
  ];
}

/** Returns what must not have happened to an address. */
export function addressFaults(evidence: Evidence): string[] {
  return [...misdirected(evidence), ...suppressionFaults(evidence)];
}
