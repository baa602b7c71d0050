import { DescribeCertificateCommand } from "@aws-sdk/client-acm";
import { addressesOf, cnamesOf } from "./dns-records.ts";
import type { Check, Examined } from "./examined.ts";
import { type Finding, fine, fix } from "./finding.ts";

/** ACM renews sixty days before the end; what is this near to it has failed. */
const renewalFailedDays = 30;

const covers = (name: string, host: string) =>
  name === host || (name.startsWith("*.") && host.slice(host.indexOf(".") + 1) === name.slice(2));

async function ofHost(examined: Examined, host: string, arn: string): Promise<Finding> {
  const { Certificate } = await examined.aws.certificates.send(
    new DescribeCertificateCommand({ CertificateArn: arn }),
  );
  const { Status, SubjectAlternativeNames = [], NotAfter } = Certificate ?? {};
  if (Status !== "ISSUED")
    return fix(
      "certificate",
      `is ${Status}`,
      "enter the validation record that Certificate Manager (us-east-1) shows",
    );
  if (!SubjectAlternativeNames.some((name) => covers(name, host)))
    return fix(
      "certificate",
      `is for ${SubjectAlternativeNames.join(", ")}, and the site is ${host}`,
      `request one for ${host} in us-east-1 and put its ARN into certificateArn`,
    );
  const days = ((NotAfter?.getTime() ?? 0) - examined.now.getTime()) / 86_400_000;
  if (days < renewalFailedDays)
    return fix(
      "certificate",
      `ends in ${Math.max(0, Math.floor(days))} days and was not renewed`,
      "the validation record must stay in the DNS; enter it again (Certificate Manager, us-east-1)",
    );
  return fine("certificate", `for ${host}, ${Math.floor(days)} days left`);
}

async function pointsTo(examined: Examined, host: string, target: string): Promise<Finding> {
  const names = await cnamesOf(examined, host);
  if (names.includes(target)) return fine("address", `${host} points at the distribution`);
  if (names.length > 0)
    return fix("address", `${host} points at ${names[0]}`, `make it a CNAME of ${target}`);
  const [own, theirs] = [await addressesOf(examined, host), await addressesOf(examined, target)];
  if (own.length === 0)
    return fix("address", `${host} is not in the DNS`, `make it a CNAME, or an ALIAS, of ${target}`);
  // An alias shows addresses only, and CloudFront hands out others each time.
  return own.some((address) => theirs.includes(address))
    ? fine("address", `${host} points at the distribution`)
    : fine(
        "address",
        `${host} has addresses of its own, as an ALIAS has; whether they are right says "site"`,
      );
}

/** The certificate of the site's address, and where that address leads. */
export const certificate: Check = async (examined) => {
  const { deployment, siteUrl, stage } = examined.values;
  const host = new URL(siteUrl).hostname;
  const distribution = new URL(examined.output("SiteAddress")).hostname;
  if (host === distribution) return [fine("certificate", "CloudFront's own, for its own address")];
  if (deployment.certificateArn === null)
    return [
      fix(
        "certificate",
        `the site is to be at ${host}, and there is no certificate for it`,
        `request one in us-east-1, set deployment.${stage}.certificateArn and deploy; or make ` +
          `https://${distribution} the site's address`,
      ),
    ];
  return [
    await ofHost(examined, host, deployment.certificateArn),
    await pointsTo(examined, host, distribution),
  ];
};
