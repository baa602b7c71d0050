/** Everything a notice says about a lead, in thirty seconds of reading (evidence 7.8). Renderings lay it out; none computes. */
import type { Outreach } from "#shared/models/lead-grade.ts";
import { type Opener, openers } from "#shared/models/openers.ts";
import { doNotSay, type TeamLine, teamLine } from "#shared/models/sales-caution.ts";
import { roleGroup, roleLabel } from "#shared/profile.ts";
import { reportSubject } from "#shared/report/wording.ts";
import { age } from "#shared/sales/age.ts";
import { callLink, writeLink } from "#shared/sales/contact-links.ts";
import { gradeOf, type LeadRecord, type ServedRegions } from "#shared/sales/lead-record.ts";
import { changeNews, newsHeading } from "#shared/sales/news.ts";
import type { Occasion } from "#shared/sales/occasions.ts";

export interface DossierOpener {
  /** "B2"; a strength has one too. */
  questionId: string;
  /** Such as: answered “…” to “…”. */
  fact: string;
  /** The question behind it. */
  ask: string;
}

export interface Dossier {
  /** "B · Aéro Łódź · 4 minutes": subject, headline, notification. */
  heading: string;
  /** What makes it worth reading again, such as "Confirmed the address: A, was B."; null for a new lead. */
  news: string | null;
  /** "Jo Example, Quality lead · Aviation / MRO". */
  who: string;
  /** How they may be reached, in words. */
  contact: string;
  /** null where nobody may write or call. */
  email: string | null;
  /** null where nobody may call. */
  phone: { number: string; href: string } | null;
  /** Fit, need, intent, then any gate. */
  why: string;
  openers: readonly DossierOpener[];
  /** The first sentence to say. */
  say: string;
  /** The one thing not to say; the label before it says "not". */
  not: string;
  /** "6 · Strained: listen", "4 · hidden under 5: listen". */
  team: string;
  /** Said beside a band; null where none is shown. */
  tact: string | null;
  links: DossierLinks;
}

export interface DossierLinks {
  /** Starts a new mail to the lead; null where nobody may write. */
  reply: string | null;
  report: string;
  console: string;
}

export interface DossierInput {
  record: LeadRecord;
  /** The address gets no mail any more: no grade, no outreach. */
  suppressed: boolean;
  occasion: Occasion;
  regions: ServedRegions;
  links: Omit<DossierLinks, "reply">;
  receivedAt: Date;
  now: Date;
}

const firstSentence = "“Which finding would you challenge?”";

function openerLine({ questionId, question, answer, ask }: Opener): DossierOpener {
  const fact = answer === null ? `not sure yet: “${question}”` : `answered “${answer}” to “${question}”`;
  return { questionId, fact, ask };
}

function teamText({ people, text }: TeamLine): string {
  return `${people === 0 || people === null ? text : `${people} · ${text}`}: listen`;
}

function reachableBy(outreach: Outreach, { contact }: LeadRecord, suppressed: boolean) {
  if (outreach === "none")
    return {
      contact: suppressed ? "none: this address gets no more mail" : "report only: no outreach",
      email: null,
      phone: null,
    };
  const number = outreach === "call or write" ? contact.phone : undefined;
  return {
    contact: number ? "call, or write once" : "write once",
    email: contact.email,
    phone: number ? { number, href: callLink(number) } : null,
  };
}

/** Returns what sales is told about a lead on this occasion. */
export function buildDossier(input: DossierInput): Dossier {
  const { record, suppressed, occasion, regions, links, receivedAt, now } = input;
  const { edition, answers, profile, contact, scorecard } = record;
  const { industry, infrastructurePeople: people } = profile;
  const grade = gradeOf(record, regions);
  const letter = suppressed ? "–" : grade.grade;
  const reach = reachableBy(suppressed ? "none" : grade.outreach, record, suppressed);
  const team = teamLine(people, scorecard.band);
  const caution = doNotSay({
    industry,
    infrastructurePeople: people,
    role: roleGroup(profile.role),
    scorecard,
  });
  const industryName = edition.industries.find(({ id }) => id === industry)?.name ?? industry;
  return {
    heading: `${letter} · ${contact.organisation} · ${newsHeading(occasion) ?? age(receivedAt, now)}`,
    news: changeNews(record, occasion, regions),
    who: `${contact.name || "no name"}, ${roleLabel(profile.role)} · ${industryName}`,
    ...reach,
    why: suppressed
      ? "no grade for a suppressed address"
      : grade.reasons.map((reason) => reason.replace(/\.$/, "")).join("; "),
    openers: openers(edition, answers, profile).map(openerLine),
    say: firstSentence,
    not: caution.text.replace(/^Not /, ""),
    team: teamText(team),
    tact: team.tact,
    links: {
      ...links,
      // A fresh mail, not an answer to the notice: quoted below it, these lines must never reach the lead.
      reply: reach.email === null ? null : writeLink(reach.email, reportSubject),
    },
  };
}
