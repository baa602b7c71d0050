import type { Industry } from "#shared/edition.ts";
import { config } from "../brand/brand-config.ts";

const audit: Record<Industry, string> = {
  aviation: "No. It closes no finding and shows no airworthiness.",
  laboratory: "No. It is not accreditation and not an assessment against ISO/IEC 17025.",
  export: "No. It is neither a CMMC assessment nor legal advice.",
  other: "No. It is one person's answers, set beside published sources.",
};

/** Returns the questions visitors ask before they start, answered in the words of their industry. */
export function faqFor(industry: Industry): { question: string; answer: string }[] {
  return [
    {
      question: "Who sees my answers?",
      answer: `Nobody until you send. Then ${config.privacy.accessRoles}, never your colleagues.`,
    },
    { question: "Is it an audit?", answer: audit[industry] },
    {
      question: "Will you sell?",
      answer:
        "One offer, on the roadmap page of the report. One message, unless you choose “report only”. The report is yours either way.",
    },
    {
      question: "Does it judge my IT person?",
      answer: "No. It describes how work is arranged. Never use it to rate anyone.",
    },
    {
      question: "What if I don't know?",
      answer: "Choose “I don't know yet”. The report shows what that changes and whom to ask.",
    },
    {
      question: "Why these weights?",
      answer: "They are our judgement, and all are published under Method. Challenge them.",
    },
  ];
}
