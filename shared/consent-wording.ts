/**
 * The words that stood beside the button and the boxes, by version. A consent is stored with its version, so that
 * anybody can be shown what they agreed to: a wording that was ever shown is never edited. Changed words are a new one.
 */
import type { Consent } from "#shared/submission.ts";

export interface ConsentWording {
  version: string;
  /** The button, which is the request for the report. */
  request: string;
  boxes: Readonly<Record<keyof Consent, string>>;
}

/** What forms show today. */
export const currentConsentWording: ConsentWording = {
  version: "2026-1",
  request: "Send me the report",
  boxes: {
    followUps: "Up to four mails with checklists, days 3, 8, 15 and 90. One click stops them.",
    benchmark: "Include our answers, without names, in industry figures for 20 or more organizations.",
    reportOnly: "Report only: nobody from sales writes or calls.",
  },
};

/** Every wording that was ever shown. */
export const consentWordings: readonly ConsentWording[] = [currentConsentWording];

/** Returns the words of a version, or null for one that is not ours. */
export function consentWordingOf(version: string): ConsentWording | null {
  return consentWordings.find((wording) => wording.version === version) ?? null;
}
