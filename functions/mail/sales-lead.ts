/** What the sales notice says about a lead. The sentences come from the grade and the openers; the mail adds none. */

export type Outreach = "none" | "write once" | "call or write";

export interface SalesOpener {
  /** "B2"; a strength has one too. */
  questionId: string;
  /** Such as: answered "…" to "…". */
  fact: string;
  /** The question behind it. */
  question: string;
}

export interface SalesLead {
  letter: "A" | "B" | "C" | "D";
  organisation: string;
  name?: string | undefined;
  /** As printed. */
  role: string;
  industry: string;
  email: string;
  phone?: string | undefined;
  outreach: Outreach;
  /** A line each for fit, need and intent, then any gate. */
  reasons: readonly string[];
  openers: readonly SalesOpener[];
  notToSay: string;
  /** "6 · Strained", "4 · hidden under 5", "all outside". */
  team: string;
  /** Said beside a band; null where none is shown. */
  tact: string | null;
}
