import PostalMime, { type Email } from "postal-mime";
import { type Finding, fix, look, must } from "./finding.ts";
import type { Patient } from "./patient.ts";

const oneClick = "List-Unsubscribe=One-Click";

/**
 * The exchange of RFC 8058 as a mail program does it, with a follow-up that was really received: both headers, signed,
 * and one POST without cookie or redirect. It ends the follow-ups to the address that the mail went to.
 */
export async function checkUnsubscribe(patient: Patient): Promise<Finding[]> {
  if (patient.mail === null)
    return [
      look(
        "the one-click unsubscribe was not tried",
        "save a follow-up that you received yourself as a file, then: npm run doctor -- " +
          `${patient.values.stage} --mail file.eml (ends your own follow-ups)`,
      ),
    ];
  const mail = await PostalMime.parse(patient.mail);
  const header = (name: string) => mail.headers.find(({ key }) => key === name)?.value ?? "";
  const address = /<(https:[^>]+)>/.exec(header("list-unsubscribe"))?.[1];
  if (address === undefined || header("list-unsubscribe-post") !== oneClick)
    return [
      fix(
        "the mail has no List-Unsubscribe with an https address and List-Unsubscribe-Post beside it",
        "give a follow-up, not a report: a report has nothing to unsubscribe from",
      ),
    ];
  return [signed(mail), await exchange(patient, address)];
}

/** A mail program believes the headers only where DKIM covers them. */
function signed({ headers }: Email): Finding {
  const covered = headers
    .filter(({ key }) => key === "dkim-signature")
    .map(
      ({ value }) =>
        /(?:^|;)\s*h=([^;]+)/i.exec(value)?.[1]?.toLowerCase().replace(/\s/g, "").split(":") ?? [],
    );
  return must(
    covered.some((names) => names.includes("list-unsubscribe") && names.includes("list-unsubscribe-post")),
    "the unsubscribe headers are signed",
    "no DKIM signature of the mail covers the unsubscribe headers",
    "look at DKIM above; a forwarded copy is not what was received: save the original",
  );
}

async function exchange({ fetch, values }: Patient, address: string): Promise<Finding> {
  const host = new URL(address).host;
  const ours = new URL(values.siteUrl).host;
  if (host !== ours)
    return fix(`the mail unsubscribes at ${host}, not at ${ours}`, "give a follow-up of this stage");
  const response = await fetch(address, {
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded" },
    body: oneClick,
    redirect: "manual",
    signal: AbortSignal.timeout(15_000),
  });
  return must(
    response.ok && !response.headers.has("set-cookie"),
    "one click ends the follow-ups: the address of the mail answered as mail programs want it",
    `one click fails: ${address.replace(/\/[\w-]{20,}/, "/…")} answers ${response.status}`,
    'infra/runbook.md, api-failing; mail programs show readers "report spam" instead',
  );
}
