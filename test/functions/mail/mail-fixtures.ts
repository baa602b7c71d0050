import config from "#config";
import type { ConfirmationMailInput } from "#functions/mail/confirmation-mail.tsx";
import type { ReportMailInput } from "#functions/mail/report-mail.tsx";
import type { SalesNoticeInput } from "#functions/mail/sales-notice.tsx";
import { parseFunnelConfig } from "#shared/funnel-config.ts";
import type { Dossier } from "#shared/sales/dossier.ts";

export const funnel = parseFunnelConfig(config);
export const sent = { messageId: "<step-1@remotesupport.example>", date: new Date("2026-11-24T09:30:00Z") };

export const reportInput: ReportMailInput = {
  config: funnel,
  to: "jo@aero.example",
  stepId: "0b9d_report",
  reportUrl: "https://remotesupport.example/r/token",
  date: "November 24, 2026",
  pages: { decisionPage: 2, planPage: 4, offerPage: 9 },
  industryDisclaimer: "Neither a CMMC assessment nor legal advice.",
  pdf: Uint8Array.from({ length: 70_000 }, (_, index) => (index * 31) % 256),
};

export const confirmationInput: ConfirmationMailInput = {
  config: funnel,
  to: "jo@aero.example",
  stepId: "0b9d_confirmation",
  confirmUrl: "https://remotesupport.example/r/token",
  date: "November 24, 2026",
};

export const dossier: Dossier = {
  heading: "B · Aéro Łódź · 4 minutes",
  news: null,
  who: "Jo Example, Quality lead · Aviation / MRO",
  contact: "call, or write once",
  email: "jo@aero.example",
  phone: { number: "+1 555 010 0100 x12", href: "tel:+15550100100;ext=12" },
  why: "Fit 38/40: aviation; Need 19/40: Strained; Intent 3/20: consent",
  openers: [
    {
      questionId: "B2",
      fact: "answered “Never tried” to “Who tested a restore?”",
      ask: "Which system first?",
    },
    {
      questionId: "MRO2",
      fact: "not sure yet: “Could you release?”",
      ask: "What could you release tomorrow?",
    },
    { questionId: "M1", fact: "answered “Nobody” to “Who sees an alarm?”", ask: "Who decides what?" },
  ],
  say: "“Which finding would you challenge?”",
  not: "Do not quote the score as one number.",
  team: "6 · Strained: listen",
  tact: "This describes how work is arranged, as one person sees it.",
  links: {
    reply: "mailto:jo@aero.example?subject=Your%20Digital%20Readiness%20Report",
    report: "https://remotesupport.example/r/token",
    console: "https://remotesupport.example/console/leads/1",
  },
};

/** The same lead, who asked that nobody from sales writes or calls. */
export const reportOnlyDossier: Dossier = {
  ...dossier,
  contact: "report only: no outreach",
  email: null,
  phone: null,
  links: { ...dossier.links, reply: null },
};

export const noticeInput: SalesNoticeInput = {
  config: funnel,
  stepId: "0b9d_sales",
  dossier,
  to: funnel.sales.recipients,
};

const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', "#x27": "'" };

/** Returns the words of an HTML body in reading order, each separated by one space; links are left out. */
export function wordsOfHtml(html: string): string {
  return html
    .replace(/^[\s\S]*<body[^>]*>/, "")
    .replace(/<!--[\s\S]*?-->/g, "")
    .replace(/<(?:p|h1|br|table)\b[^>]*>/g, " ")
    .replace(/<[^>]+>/g, "")
    .replace(/&(amp|lt|gt|quot|#x27);/g, (_, name: string) => entities[name] ?? "")
    .replace(/\s+/g, " ")
    .trim();
}

/** Returns the words of a plain-text mail in the same form. */
export function wordsOfText(text: string): string {
  return text
    .replace(/^-{10,}$/gm, "")
    .replace(/ https?:\/\/\S+$/gm, "")
    .replace(/^Reply \S+@\S+$/gm, "Reply")
    .replace(/\s+/g, " ")
    .trim();
}
