/** Every kind of item in the table: what it holds, for how long, and whether a person can be told from it. */

export interface StoredItem {
  /** Start of its key. */
  key: string;
  what: string;
  /** A person's data; a keyed hash that leads to one only for whoever has the key; or nobody. */
  person: "yes" | "keyed hash" | "no";
  kept: string;
  /** Attributes besides the key, with what they hold. An assessment's are in functions/privacy/stored-fields.ts. */
  fields: Readonly<Record<string, string>>;
}

const end = { expiresAt: "when the table deletes it" } as const;

export const storedItems: readonly StoredItem[] = [
  {
    key: "ASSESSMENT",
    what: "An assessment with its contact",
    person: "yes",
    kept: "privacy.retentionMonths, or until it is erased",
    fields: {
      dueShard: "where its next step is listed",
      dueAt: "when the next step is due",
      leadMonth: "month",
    },
  },
  {
    key: "ADDRESS",
    what: "What is known of a mailbox; the address itself is not in it",
    person: "keyed hash",
    kept: "Two days; once confirmed, as long as the assessment; a suppression for good",
    fields: {
      confirmedAt: "when its reader pressed the button",
      confirmedUntil: "until when that counts",
      suppressed: "why and since when no mail goes there",
      lifts: "suppressions that somebody ended",
      liftedAt: "when that was last",
      followUpsOf: "whose follow-ups run",
      followUpDay: "day of the last follow-up",
      followUpMails: "follow-ups of that day",
      requestedDay: "day of the last requested mail",
      requestedMails: "requested mails of that day",
      softBounces: "mails in a row that did not arrive",
      leadId: "newest assessment of a confirmed mailbox",
      ...end,
    },
  },
  {
    key: "OWNER",
    what: "Which assessments were sent with an address, so that all can be erased",
    person: "keyed hash",
    kept: "As long as the newest of them",
    fields: {
      assessmentIds: "their ids",
      pulseOf: "whose team is asked",
      pulseUntil: "until when no other pulse is opened",
      ...end,
    },
  },
  {
    key: "ERASED",
    what: "That an assessment was erased: its id and when",
    person: "no",
    kept: "90 days",
    fields: {
      id: "id",
      erasedAt: "when",
      leadMonth: "month, in its list",
      createdAt: "when, in its list",
      ...end,
    },
  },
  {
    key: "JOB",
    what: "Work owed: the digest, the end of a pulse, the news of an erasure, the last mail of one",
    person: "yes",
    kept: "The last mail of an erasure until it went, three days at most; others 90 days",
    fields: {
      id: "name",
      task: "what is to be done; the last mail of an erasure knows the address it goes to",
      state: "whether it is done",
      attempts: "how often it was tried",
      lastError: "why not",
      dueShard: "where it is listed",
      dueAt: "when it is due",
      ...end,
    },
  },
  {
    key: "PULSE",
    what: "A team's pulse: locked answers that only five used invitations together open, then rounded results",
    person: "no",
    kept: "Answers until the pulse ends, three weeks at most; results as long as the assessment",
    fields: {
      wave: "which time the team is asked",
      open: "days, number and hashes of invitations, locked answers, shares of the key; no time and no order",
      published: "one rounded number for each cause, from five people or more",
      endedWithTooFew: "whether the last one was deleted unread",
      version: "another at every change",
      ...end,
    },
  },
  {
    key: "LIMIT",
    what: "How often a network source, or an address, was entered in an hour or a day",
    person: "keyed hash",
    kept: "An hour for a source, a day for an address",
    fields: { uses: "how often", ...end },
  },
  {
    key: "CHALLENGE",
    what: "A proof of work that was used",
    person: "no",
    kept: "An hour",
    fields: { usedBy: "fingerprint of the submission it came with", ...end },
  },
  {
    key: "COUNTER",
    what: "How often each thing happened on a day, by page and campaign; how much mail of a week arrived",
    person: "no",
    kept: "For good; the mail of a week for eight weeks",
    fields: {},
  },
];
