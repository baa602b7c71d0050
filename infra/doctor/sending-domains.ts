import { GetEmailIdentityCommand, type GetEmailIdentityCommandOutput } from "@aws-sdk/client-sesv2";
import { dmarc } from "./dmarc.ts";
import { cnamesOf, mailHostsOf, textsOf } from "./dns-records.ts";
import { type Check, domainOf, type Examined, isMissing } from "./examined.ts";
import { type Finding, fine, fix } from "./finding.ts";

async function dkim(
  examined: Examined,
  domain: string,
  { DkimAttributes, VerifiedForSendingStatus }: GetEmailIdentityCommandOutput,
): Promise<Finding> {
  const about = `DKIM ${domain}`;
  const tokens = DkimAttributes?.Tokens ?? [];
  const missing: string[] = [];
  for (const token of tokens) {
    const name = `${token}._domainkey.${domain}`;
    const [target] = await cnamesOf(examined, name);
    if (!target?.endsWith("amazonses.com")) missing.push(`${name} CNAME ${token}.dkim.amazonses.com`);
  }
  if (missing.length > 0)
    return fix(
      about,
      `${missing.length} of ${tokens.length} records are not in the DNS`,
      `enter ${missing.join("; ")}`,
    );
  if (DkimAttributes?.Status !== "SUCCESS" || DkimAttributes.SigningEnabled !== true)
    return fix(
      about,
      `the records are there, and SES says ${DkimAttributes?.Status ?? "nothing"}`,
      "SES looks again within 72 hours; if signing was switched off, switch it on in SES, Identities",
    );
  if (VerifiedForSendingStatus !== true)
    return fix(about, "SES does not send from it yet", "SES, Identities: finish the verification");
  return fine(about, "signed, and SES sends from it");
}

async function mailFrom(
  examined: Examined,
  domain: string,
  { MailFromAttributes }: GetEmailIdentityCommandOutput,
): Promise<Finding[]> {
  const name = MailFromAttributes?.MailFromDomain;
  if (name === undefined)
    return [
      fix(
        `MAIL FROM ${domain}`,
        "bounces come back to a name of SES, so that SPF does not count for the domain",
        'deploy with mailIdentities "create", or set a custom MAIL FROM domain in SES, Identities',
      ),
    ];
  const host = `feedback-smtp.${examined.region}.amazonses.com`;
  const hosts = await mailHostsOf(examined, name);
  const policies = (await textsOf(examined, name)).filter((text) => /^v=spf1(?:\s|$)/i.test(text));
  const seen = MailFromAttributes?.MailFromDomainStatus;
  return [
    hosts.length !== 1 || hosts[0] !== host
      ? fix(
          `MAIL FROM ${name}`,
          hosts.length === 0 ? "has no MX record" : `has the MX ${hosts.join(", ")}`,
          `enter exactly one: ${name} MX 10 ${host}`,
        )
      : seen === "SUCCESS"
        ? fine(`MAIL FROM ${name}`, "bounces come back to it")
        : fix(
            `MAIL FROM ${name}`,
            `the record is there, and SES says ${seen}`,
            "SES looks again within 72 hours",
          ),
    policies.length === 1 && policies[0]?.includes("include:amazonses.com")
      ? fine(`SPF ${name}`, "allows SES to send")
      : fix(
          `SPF ${name}`,
          policies.length > 1 ? "has two SPF records, which counts as none" : "does not allow SES to send",
          `enter exactly one: ${name} TXT "v=spf1 include:amazonses.com ~all"`,
        ),
  ];
}

async function oneDomain(examined: Examined, domain: string): Promise<Finding[]> {
  try {
    const identity = await examined.aws.ses.send(new GetEmailIdentityCommand({ EmailIdentity: domain }));
    return [
      await dkim(examined, domain, identity),
      ...(await mailFrom(examined, domain, identity)),
      await dmarc(examined, domain),
    ];
  } catch (error) {
    if (!isMissing(error)) throw error;
    return [
      fix(
        `SES identity ${domain}`,
        `SES in ${examined.region} does not know it, and sends nothing from it`,
        `set deployment.${examined.values.stage}.mailIdentities to "create" and deploy`,
      ),
    ];
  }
}

/** Both senders: signed, aligned, and allowed to. */
export const sendingDomains: Check = async (examined) => {
  const { reportFrom, followUpFrom } = examined.values.config.mail;
  const findings: Finding[] = [];
  for (const domain of new Set([reportFrom, followUpFrom].map(domainOf)))
    findings.push(...(await oneDomain(examined, domain)));
  return findings;
};
