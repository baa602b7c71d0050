import { CfnOutput } from "aws-cdk-lib";
import { EmailIdentity, Identity, MailFromBehaviorOnMxFailure } from "aws-cdk-lib/aws-ses";
import { Construct } from "constructs";

/** Bounces come back to this name under the sending domain, so that SPF is judged for the domain readers see. */
export const mailFromName = "bounce";

/** A record that has to stand in the DNS of the sending domain. */
interface DnsRecord {
  id: string;
  name: string;
  value: string;
}

/**
 * A domain that mails come from: signed with DKIM, bounces to a name of its own. Prints the records to enter where the
 * domain is managed; until they are there, SES sends nothing from it.
 */
export class SendingDomain extends Construct {
  constructor(scope: Construct, domain: string, region: string) {
    super(scope, domain);
    const mailFromDomain = `${mailFromName}.${domain}`;
    const identity = new EmailIdentity(this, "Identity", {
      identity: Identity.domain(domain),
      mailFromDomain,
      // A mail with the MAIL FROM of SES still passes DKIM; better than none while a record is mended.
      mailFromBehaviorOnMxFailure: MailFromBehaviorOnMxFailure.USE_DEFAULT_VALUE,
      // Bounces come as events (MailSending), and not as mails to somebody as well.
      feedbackForwarding: false,
    });
    const records: DnsRecord[] = [
      ...identity.dkimRecords.map(({ name, value }, index) => ({
        id: `Dkim${index + 1}`,
        name,
        value: `CNAME ${value}`,
      })),
      { id: "MailFromMx", name: mailFromDomain, value: `MX 10 feedback-smtp.${region}.amazonses.com` },
      { id: "MailFromSpf", name: mailFromDomain, value: 'TXT "v=spf1 include:amazonses.com ~all"' },
      { id: "Dmarc", name: `_dmarc.${domain}`, value: 'TXT "v=DMARC1; p=quarantine; adkim=s; aspf=r"' },
    ];
    for (const { id, name, value } of records)
      new CfnOutput(this, id, { value: `${name}  ${value}`, description: `DNS record of ${domain}` });
  }
}
