import { GetEmailIdentityCommand, type GetEmailIdentityResponse } from "@aws-sdk/client-sesv2";
import { mailFromName } from "../aws/sending-domain.ts";
import { checkDmarc } from "./check-dmarc.ts";
import { aliases, mailServers, textRecords } from "./dns-records.ts";
import { type Finding, fix, must } from "./finding.ts";
import type { Patient } from "./patient.ts";

const enter =
  "enter it where the domain is managed, as npm run deploy printed it; SES looks again within hours";

/** Whether readers can tell that mail from this domain is ours: DKIM, MAIL FROM with SPF, DMARC. */
export async function checkDomain({ aws, dns, values }: Patient, domain: string): Promise<Finding[]> {
  const identity = await identityOf(aws, domain);
  if (identity === null)
    return [
      fix(
        `SES knows no identity ${domain}`,
        `set deployment.${values.stage}.mailIdentities to "create" and deploy, or add it in SES`,
      ),
    ];
  return [
    must(
      identity.VerifiedForSendingStatus === true,
      `SES may send from ${domain}`,
      `SES may not send from ${domain} yet`,
      "enter the DKIM records; SES looks again within hours",
    ),
    ...(await checkDkim(dns, domain, identity)),
    ...(await checkMailFrom(dns, domain, values.deployment.region, identity)),
    await checkDmarc(dns, domain),
  ];
}

async function identityOf(aws: Patient["aws"], domain: string): Promise<GetEmailIdentityResponse | null> {
  try {
    return await aws.ses.send(new GetEmailIdentityCommand({ EmailIdentity: domain }));
  } catch (error) {
    if (error instanceof Error && error.name === "NotFoundException") return null;
    throw error;
  }
}

async function checkDkim(
  dns: Patient["dns"],
  domain: string,
  { DkimAttributes: dkim }: GetEmailIdentityResponse,
): Promise<Finding[]> {
  const missing: string[] = [];
  for (const token of dkim?.Tokens ?? []) {
    const found = await aliases(dns, `${token}._domainkey.${domain}`);
    if (!found.includes(`${token}.dkim.amazonses.com`))
      missing.push(`${token}._domainkey.${domain}  CNAME ${token}.dkim.amazonses.com`);
  }
  const records = missing.map((record) => fix(`DKIM: no record ${record}`, enter));
  if (records.length > 0) return records;
  return [
    must(
      dkim?.SigningEnabled === true && dkim.Status === "SUCCESS",
      `DKIM: the records are there, and SES signs for ${domain}`,
      `DKIM: SES does not sign for ${domain} (${dkim?.Status ?? "no status"})`,
      "the records are there: wait, or SES, Identities, DKIM: enable signing",
    ),
  ];
}

async function checkMailFrom(
  dns: Patient["dns"],
  domain: string,
  region: string,
  { MailFromAttributes: mailFrom }: GetEmailIdentityResponse,
): Promise<Finding[]> {
  const name = mailFrom?.MailFromDomain ?? `${mailFromName}.${domain}`;
  const server = `feedback-smtp.${region}.amazonses.com`;
  const servers = await mailServers(dns, name);
  const policies = (await textRecords(dns, name)).filter((text) => /^v=spf1(?: |$)/i.test(text));
  return [
    must(
      servers.length === 1 && servers[0] === server,
      `MAIL FROM: bounces of ${domain} come back to ${name}`,
      `MAIL FROM: ${name} has ${servers.length === 0 ? "no MX" : `MX ${servers.join(", ")}`} instead of MX 10 ${server}`,
      enter,
    ),
    must(
      policies.length === 1 && policies[0]?.includes("include:amazonses.com") === true,
      `SPF: ${name} lets SES send`,
      `SPF: ${name} has ${policies.length === 0 ? "no SPF record" : policies.map((text) => `"${text}"`).join(" and ")}`,
      `one TXT record, "v=spf1 include:amazonses.com ~all": ${enter}`,
    ),
    must(
      mailFrom?.MailFromDomainStatus === "SUCCESS",
      `MAIL FROM: SES uses ${name}`,
      `MAIL FROM: SES does not use ${name} (${mailFrom?.MailFromDomainStatus ?? "not set"}), so SPF is judged for amazonses.com`,
      "once MX and SPF are there SES sees them within 72 hours; after that set MAIL FROM again",
    ),
  ];
}
