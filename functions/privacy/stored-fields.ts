/**
 * Every field of an assessment in plain words: what it is, and why it is kept. The compiler asks for a line here for
 * each field of the schema, so that neither the records of processing nor "download my data" can miss one.
 */
import type { Assessment } from "#functions/store/assessment-item.ts";

export interface StoredField {
  what: string;
  why: string;
  /** In "download my data". What is not handed out says nothing about a person. */
  handedOut: boolean;
}

const machinery = (what: string, why: string): StoredField => ({ what, why, handedOut: false });
const data = (what: string, why: string): StoredField => ({ what, why, handedOut: true });

export const assessmentFields: Readonly<Record<keyof Assessment, StoredField>> = {
  id: data("Name of the assessment", "Tells it from any other"),
  edition: data("Edition of the questions", "Says which questions the answers belong to"),
  answers: data("Answers", "The report is made from them"),
  profile: data("Industry, size, role, region; salary if given", "Chooses questions and rules"),
  contact: data(
    "Email and organization; name and phone if given",
    "Sends the report, prints its cover, replies",
  ),
  consent: data("Boxes ticked, when, and the version of their words", "Keeps to the choice and proves it"),
  consentBefore: data("Choices before the present one", "Proves what held at which time"),
  source: data("Page and campaign of the visit", "Shows which pages help"),
  timeZone: data("Time zone of the browser, with consent to follow-ups", "They go in business hours"),
  scorecard: data("Scores worked out from the answers", "The report shows the same numbers for good"),
  earlier: data("The assessment it is compared with, and what became of its plan", "Shows before and after"),
  status: data("What sales made of it", "Nobody is written to twice"),
  sales: data("Owner, notes and history in sales", "The same person calls, and knows what was said"),
  actions: data(
    "What the person did themselves, and when",
    "Says whether the address is theirs, and what helped them",
  ),
  grade: data(
    "Order in which sales looks at it",
    "The most urgent first; no decision about a person rests on it",
  ),
  suspected: data("Why the submission seemed to be a program's", "Somebody looks before anything is mailed"),
  steps: data(
    "Mails and messages: which, when, and what became of them",
    "Each goes once, and no sooner than allowed",
  ),
  formerSteps: data(
    "The same of mails that were sent again, or went to a mailbox since corrected, with its keyed hash",
    "A complaint or “Not me” about them still counts",
  ),
  followUpsStopped: data("When follow-ups ended, and who ended them", "None goes after that"),
  createdAt: data("When it was sent", "Dates the report"),
  provedAt: data(
    "When somebody who reads the mailbox first pressed the button",
    "From then on the link of the form changes nothing",
  ),
  linksFrom: data(
    "When contact details were corrected to another mailbox",
    "Links mailed before open nothing any more",
  ),
  expiresAt: data("When it is deleted by itself", "Enforces the retention time"),
  addressHash: machinery("Keyed hash of the mailbox", "Leads of one mailbox are found without its address"),
  lease: machinery("Which worker is at it", "Two workers do not send the same mail"),
  contentHash: machinery("Checksum of the submission", "The same one again has no second effect"),
  revision: machinery("Number of changes", "No writer overwrites what it has not seen"),
};
