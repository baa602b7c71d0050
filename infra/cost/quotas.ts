/** Limits of an account that a growing funnel meets, and what to do about each. */
import type { Usage } from "./usage.ts";

/** A busy day has a tenth of the month's leads, a busy hour a fifth of its day's. */
const busyDay = 0.1;
const busyHour = 0.2;

export interface Quota {
  name: string;
  limit: number;
  /** How much of it a month with so many leads needs at its busiest. */
  needed: number;
  change: string;
}

/** Returns the limits, the one that binds first at the front. */
export function quotasAt(usage: Usage, leads: number, visitsPerLead: number): Quota[] {
  const { mails } = usage.lead;
  const mailsPerDay = leads * busyDay * mails;
  const perSecond = (perLead: number) => (leads * busyDay * busyHour * perLead) / 3_600;
  const api = perSecond(usage.lead.apiRequests + visitsPerLead * usage.visit.apiRequests);
  const quotas: Quota[] = [
    {
      name: "SES mails a day (50,000 when production access is granted)",
      limit: 50_000,
      needed: mailsPerDay,
      change: "ask SES for more, with the complaint and bounce figures of the weeks before",
    },
    {
      name: "SES mails a second (14 when production access is granted)",
      limit: 14,
      needed: perSecond(mails),
      change: "ask SES for more, then raise mailsPerSecond",
    },
    {
      name: "Lambda concurrent executions (10 in a new account)",
      limit: 10,
      // A request is over in a tenth of a second, a report takes two.
      needed: api * 0.1 + perSecond(2),
      change: "Service Quotas, 1,000; ask before the first deployment",
    },
    {
      name: "requests a second that our HTTP API takes (50, and 100 in a burst)",
      limit: 50,
      needed: api,
      change: "raise the throttle in infra/aws/funnel-api.ts; the account's own limit is 10,000",
    },
  ];
  return quotas.sort((one, other) => other.needed / other.limit - one.needed / one.limit);
}
