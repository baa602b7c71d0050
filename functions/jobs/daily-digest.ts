/** The one mail a day to sales, where funnel.config.ts asks for it. */
import { digestMail } from "#functions/mail/digest-mail.tsx";
import type { MailMessage } from "#functions/mail/message.ts";
import type { Assessment } from "#functions/store/assessment-item.ts";
import { isHeld } from "#functions/store/held-steps.ts";
import { addJob } from "#functions/store/jobs.ts";
import { recentLeads } from "#functions/store/recent-leads.ts";
import type { Table } from "#functions/store/table.ts";
import type { FunnelConfig } from "#shared/funnel-config.ts";
import { buildDigest } from "#shared/sales/digest.ts";

const week = 7 * 86_400_000;
/** A week with more is read in the console, not in a mail. */
const mostLeads = 300;

/** The day and the hour where sales works. */
function localTime(now: Date, timeZone: string): { day: string; hour: number } {
  const parts = new Intl.DateTimeFormat("en-CA", {
    timeZone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    hourCycle: "h23",
  }).formatToParts(now);
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? "";
  return { day: `${part("year")}-${part("month")}-${part("day")}`, hour: Number(part("hour")) };
}

const jobId = (day: string) => `digest-${day}`;

/** Returns what owes the digest of a day once its hour has come; part of every sweep. */
export function createDigestSchedule(table: Table, { sales }: FunnelConfig): (now: Date) => Promise<void> {
  const { dailyDigest } = sales.notices;
  let owed = "";
  return async (now) => {
    if (dailyDigest === null) return;
    const { day, hour } = localTime(now, dailyDigest.timeZone);
    // Remembered here only to write once a day instead of at every sweep; the table decides.
    if (hour < dailyDigest.hour || day === owed) return;
    await addJob(table, jobId(day), { kind: "digest", until: now.toISOString() }, now);
    owed = day;
  };
}

export interface DigestDependencies {
  table: Table;
  config: FunnelConfig;
  /** Where a lead can be read. */
  hrefOf: (lead: Assessment) => string;
}

/** Returns the digest mail up to this time, or null when there is nothing to say. */
export async function composeDigest(
  { table, config, hrefOf }: DigestDependencies,
  until: Date,
): Promise<MailMessage | null> {
  const since = new Date(until.getTime() - week);
  const leads = await recentLeads(table, { since, until, most: mostLeads });
  const digest = buildDigest(
    leads
      .filter((lead) => !isHeld(lead))
      .map((lead) => ({
        grade: lead.grade,
        organisation: lead.contact.organisation,
        status: lead.status,
        receivedAt: new Date(lead.createdAt),
        href: hrefOf(lead),
      })),
    until,
  );
  return digest === null ? null : digestMail({ config, digest }, jobId(until.toISOString().slice(0, 10)));
}
