import { aliases } from "./dns-records.ts";
import { type Finding, fix, good, look } from "./finding.ts";
import type { Patient } from "./patient.ts";

/** Whether the address that mails link to leads to the site. */
export async function checkAddress({ values, dns, output }: Patient): Promise<Finding[]> {
  const host = new URL(values.siteUrl).hostname;
  const distribution = new URL(output("SiteAddress")).hostname;
  if (host === distribution) return [good(`the site is at CloudFront's own address, ${host}`)];
  if (values.deployment.certificateArn === null)
    return [
      fix(
        `mails link to ${host}, but the site answers at ${distribution} only`,
        "add a certificate for the host (first-deployment.md, step 7), or make the printed address the site's",
      ),
    ];
  const targets = await aliases(dns, host);
  if (targets.includes(distribution)) return [good(`${host} leads to ${distribution}`)];
  return [
    look(
      `${host} has ${targets.length === 0 ? "no CNAME" : `the CNAME ${targets.join(", ")}`}`,
      `point it at ${distribution}: CNAME, or ALIAS at the top of a domain, which cannot be seen from here`,
    ),
  ];
}
