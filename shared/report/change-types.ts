/** Before and after, as data to print: compared only with oneself. */

export interface ChangeRow {
  id: string;
  name: string;
  before: number | null;
  after: number | null;
  /** "more" where a higher number is better. */
  better: "more" | "less";
  /** "+14", "–5", "the same", or why there is no difference to tell. */
  difference: string;
  /** Whether that is good. */
  direction: "better" | "worse" | "none";
  /** Answers behind it: "“…”: from “…” to “…”". */
  because: string[];
}

export interface StepRow {
  recommendationId: string;
  title: string;
  /** What was said of it, and what today's answers say. */
  said: string;
  seen: string;
  state: "done" | "open" | "slipped";
}

export interface ChangePage {
  headline: string;
  /** "November 24, 2026": the day of the answers before. */
  since: string;
  /** The two numbers in a sentence or two. */
  summary: string;
  /** How it may be read: one person, other editions, another size of the team. */
  notes: string[];
  scores: ChangeRow[];
  domains: ChangeRow[];
  /** Empty in the shared version, and where nobody in-house runs infrastructure. */
  causes: ChangeRow[];
  /** "Gone: …" and "New: …", red flags in words. */
  flags: string[];
  steps: StepRow[];
  /** "What slipped: …", or null. */
  slipped: string | null;
}
