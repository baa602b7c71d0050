import { type Finding, must } from "./finding.ts";
import type { Patient } from "./patient.ts";

interface Answer {
  status: number;
  headers: Headers;
}

/** Returns what an address answers; status 0 with the reason where nothing does. */
async function ask({ fetch }: Patient, url: string): Promise<Answer & { reason: string }> {
  try {
    const { status, headers } = await fetch(url, { redirect: "manual", signal: AbortSignal.timeout(15_000) });
    return { status, headers, reason: `answers ${status}` };
  } catch (error) {
    const cause = error instanceof Error ? (error.cause ?? error) : error;
    return { status: 0, headers: new Headers(), reason: `does not answer (${String(cause)})` };
  }
}

/** Whether visitors get pages, can send the form, and reach the API through CloudFront only. */
export async function checkSite(patient: Patient): Promise<Finding[]> {
  const { siteUrl } = patient.values;
  const page = await ask(patient, `${siteUrl}/`);
  const health = await ask(patient, `${siteUrl}/api/health`);
  const behind = await ask(patient, `${patient.output("ApiEndpoint")}/api/health`);
  return [
    must(
      page.status === 200,
      `${siteUrl} answers`,
      `${siteUrl} ${page.reason}`,
      "is the host pointed at the distribution, and did npm run deploy end well?",
    ),
    must(
      page.headers.has("strict-transport-security") && page.headers.has("content-security-policy"),
      "pages carry the security headers",
      "pages come without HSTS or Content-Security-Policy",
      "something in front of CloudFront drops them, or the host leads elsewhere",
    ),
    must(
      health.status === 200,
      "a submission could be stored now",
      `${siteUrl}/api/health ${health.reason}`,
      "infra/runbook.md, api-failing",
    ),
    must(
      behind.status === 403,
      "the API answers nobody who goes around CloudFront",
      `the API behind CloudFront ${behind.reason} without its secret`,
      "npm run deploy; limits by network address mean nothing until then",
    ),
  ];
}
