import { type CertificateDetail, DescribeCertificateCommand } from "@aws-sdk/client-acm";
import { type Finding, good, must } from "./finding.ts";
import type { Patient } from "./patient.ts";

const day = 86_400_000;
/** ACM renews sixty days before the end; at this many something has gone wrong. */
const soonDays = 30;

function covers({ DomainName = "", SubjectAlternativeNames = [] }: CertificateDetail, host: string): boolean {
  const above = `*.${host.split(".").slice(1).join(".")}`;
  return [DomainName, ...SubjectAlternativeNames].some((name) => name === host || name === above);
}

/** Whether the site's own certificate is valid for its address, and stays so. */
export async function checkCertificate({ aws, now, values }: Patient): Promise<Finding[]> {
  const { certificateArn } = values.deployment;
  if (certificateArn === null) return [good("none of our own: CloudFront's serves CloudFront's address")];
  const host = new URL(values.siteUrl).hostname;
  const { Certificate = {} } = await aws.certificates.send(
    new DescribeCertificateCommand({ CertificateArn: certificateArn }),
  );
  const issued = Certificate.Status === "ISSUED";
  const cover = must(
    issued && covers(Certificate, host),
    `the certificate covers ${host}`,
    issued
      ? `the certificate does not cover ${host}`
      : `the certificate is ${Certificate.Status ?? "unknown"}`,
    issued ? "request one for this host in us-east-1" : "enter the CNAME that Certificate Manager shows",
  );
  if (!issued) return [cover];
  const days = Math.floor(((Certificate.NotAfter?.getTime() ?? 0) - now().getTime()) / day);
  return [
    cover,
    must(
      days >= soonDays,
      `it is valid for ${days} more days, and renewed by itself`,
      `it ends in ${days} days and was not renewed`,
      "the CNAME it was validated by has gone: enter it again, Certificate Manager shows it",
    ),
  ];
}
