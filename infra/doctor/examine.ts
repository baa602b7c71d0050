import { account, concurrency, table } from "./account.ts";
import { alarms } from "./alarms.ts";
import { certificate } from "./certificate.ts";
import { eventFlow } from "./event-flow.ts";
import type { Check, Examined } from "./examined.ts";
import { type Finding, fine, look } from "./finding.ts";
import { followUpKey } from "./follow-up-key.ts";
import { sendingDomains } from "./sending-domains.ts";
import { ownRecipients, sesAccount } from "./ses-account.ts";
import { site } from "./site.ts";
import { unsubscribe } from "./unsubscribe.ts";

function notSeen(about: string, error: unknown): Finding {
  const why = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return look(
    about,
    `could not be looked at: ${why}`,
    "sign in with a role that may read it, or ask again later",
  );
}

/**
 * Returns what every check found, in the order in which to mend. A check that cannot look is a finding too, and keeps
 * none of the others from looking.
 */
export async function examine(examined: Examined, exchange: boolean): Promise<Finding[]> {
  const checks: Readonly<Record<string, Check>> = {
    account,
    functions: concurrency,
    table,
    SES: sesAccount,
    "our recipients": ownRecipients,
    "sending domains": sendingDomains,
    "key of follow-ups": followUpKey,
    "mail events": eventFlow,
    alarms,
    certificate,
    site,
    unsubscribe: unsubscribe(exchange),
  };
  const findings = [fine("configuration", `funnel.config.ts is ready for ${examined.values.stage}`)];
  for (const [about, check] of Object.entries(checks))
    findings.push(...(await check(examined).catch((error: unknown) => [notSeen(about, error)])));
  return findings;
}
