/** What a day brought and what waits, for one mail in the morning. */
import type { LeadLetter } from "#shared/models/lead-grade.ts";
import { age } from "#shared/sales/age.ts";
import type { LeadStatus } from "#shared/sales/lead-status.ts";

export interface DigestLead {
  /** null for a suppressed address. */
  grade: LeadLetter | null;
  organisation: string;
  status: LeadStatus;
  receivedAt: Date;
  /** Where it can be read. */
  href: string;
}

export interface DigestLine {
  /** "A · Sample MRO · 5 hours". */
  text: string;
  href: string;
}

export interface Digest {
  /** "3 new leads, 1 of grade A; 2 wait". */
  subject: string;
  /** Best grade first, then newest. */
  arrived: readonly DigestLine[];
  /** Grade A and B that came earlier and that nobody has taken up: longest waiting first. */
  waiting: readonly DigestLine[];
}

const day = 86_400_000;

function line({ grade, organisation, receivedAt, href }: DigestLead, until: Date): DigestLine {
  return { text: `${grade ?? "–"} · ${organisation} · ${age(receivedAt, until)}`, href };
}

const rank = (grade: DigestLead["grade"]) => grade ?? "E";
const byTime = (a: DigestLead, b: DigestLead) => a.receivedAt.getTime() - b.receivedAt.getTime();

/** Returns the digest of the day before `until`, or null when nothing came in and nothing waits. */
export function buildDigest(leads: readonly DigestLead[], until: Date): Digest | null {
  const isNew = ({ receivedAt }: DigestLead) => until.getTime() - receivedAt.getTime() < day;
  const arrived = leads
    .filter(isNew)
    .sort((a, b) => rank(a.grade).localeCompare(rank(b.grade), "en") || byTime(b, a));
  const waiting = leads
    .filter((lead) => !isNew(lead) && lead.status === "new" && (lead.grade === "A" || lead.grade === "B"))
    .sort(byTime);
  if (arrived.length === 0 && waiting.length === 0) return null;
  const best = arrived.filter(({ grade }) => grade === "A").length;
  const news = `${arrived.length} new ${arrived.length === 1 ? "lead" : "leads"}`;
  const parts = [best === 0 ? news : `${news}, ${best} of grade A`];
  if (waiting.length > 0) parts.push(`${waiting.length} ${waiting.length === 1 ? "waits" : "wait"}`);
  return {
    subject: parts.join("; "),
    arrived: arrived.map((lead) => line(lead, until)),
    waiting: waiting.map((lead) => line(lead, until)),
  };
}
