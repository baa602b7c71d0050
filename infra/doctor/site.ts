import type { Check } from "./examined.ts";
import { fine, fix } from "./finding.ts";

const wanted = ["content-security-policy", "strict-transport-security", "x-content-type-options"];

/** Returns the answer, or what kept it away. */
async function answerOf(address: string): Promise<Response | string> {
  try {
    return await fetch(address, { redirect: "manual", signal: AbortSignal.timeout(10_000) });
  } catch (error) {
    const cause = error instanceof Error ? (error.cause ?? error) : error;
    return cause instanceof Error ? cause.message : String(cause);
  }
}

const told = (answer: Response | string) => (typeof answer === "string" ? answer : `status ${answer.status}`);
const has = (answer: Response | string, status: number): answer is Response =>
  typeof answer !== "string" && answer.status === status;

/** The site and the API as a visitor gets them, and that nobody gets around CloudFront. */
export const site: Check = async ({ values: { siteUrl }, output }) => {
  const page = await answerOf(`${siteUrl}/`);
  const health = await answerOf(`${siteUrl}/api/health`);
  const around = await answerOf(`${output("ApiEndpoint")}/api/health`);
  const missing = has(page, 200) ? wanted.filter((name) => !page.headers.has(name)) : [];
  return [
    has(page, 200)
      ? fine("site", `${siteUrl} answers`)
      : fix(
          "site",
          `${siteUrl} does not answer: ${told(page)}`,
          "mend address and certificate, then look again",
        ),
    ...(missing.length > 0
      ? [
          fix(
            "site",
            `answers without ${missing.join(", ")}`,
            "deploy again; nothing else may stand before CloudFront",
          ),
        ]
      : []),
    has(health, 200)
      ? fine("API", "answers behind the site, and reaches its table")
      : fix("API", `does not answer: ${told(health)}`, "infra/runbook.md, api-failing"),
    has(around, 403)
      ? fine("way around CloudFront", "closed")
      : fix(
          "way around CloudFront",
          `the API answers without it: ${told(around)}`,
          "npm run rotate -- <stage> origin, then deploy: API and CloudFront must know the same secret",
        ),
  ];
};
