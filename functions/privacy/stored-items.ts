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
      leadMonth: "month, in the list of leads",
      leadAt: "when it was sent, in the list of leads",
      leadGroup: "status, grade, industry and whether sales has it, in the list of leads",
      leadOwner: "who in sales has it",
      list: "the list of leads with a failed step",
      listedAt: "place in that list",
      tally: "what the dashboard counts of it",
      findIn: "that it can be searched",
      findMailbox: "name of the mailbox, in small letters",
      findDomain: "domain of the mailbox",
      findLastName: "last name",
      findFirstName: "first name",
      findOrganisation1: "first telling word of the organization",
      findOrganisation2: "second",
      findOrganisation3: "third",
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
      list: "the list of suppressed addresses",
      listedAt: "place in that list",
      ...end,
    },
  },
  {
    key: "CHOICE",
    what: "Which follow-ups a mailbox wants",
    person: "keyed hash",
    kept: "As long as the assessment; that nobody may write, for good",
    fields: { choice: "all, fewer, only measure again, or none", at: "since when", ...end },
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
    key: "USER",
    what: "Somebody of the operator who signed in to the console",
    person: "yes",
    kept: "400 days after the last sign-in",
    fields: {
      person: "id and name from the sign-in service",
      role: "sales or admin",
      lastSignInAt: "when that was last",
      views: "filters they saved",
      sessions: "hashes of open sessions",
      list: "the list of users",
      listedAt: "place in that list",
      ...end,
    },
  },
  {
    key: "SESSION",
    what: "An open session of the console",
    person: "yes",
    kept: "Until it runs out or is ended",
    fields: {
      person: "id and name from the sign-in service",
      role: "sales or admin",
      signedInAt: "since when",
      seenAt: "when it was used last",
      ...end,
    },
  },
  {
    key: "RECORD",
    what: "What was exported, erased or suppressed in the console, and by whom",
    person: "yes",
    kept: "Three years",
    fields: {
      at: "when",
      by: "id and name of the user",
      what: "what was done",
      detail: "ids and counts",
      list: "the list of records",
      listedAt: "place in that list",
      ...end,
    },
  },
  {
    key: "LEADDAY",
    what: "Counts of the leads of a day, by page, campaign and grade",
    person: "no",
    kept: "A day",
    fields: {
      rows: "the counts",
      countedAt: "when",
      staleAt: "when a lead of the day changed since",
      ...end,
    },
  },
  {
    key: "COUNTER",
    what: "How often each thing happened on a day, by page and campaign; how much mail of a week arrived",
    person: "no",
    kept: "For good; the mail of a week for eight weeks",
    fields: {},
  },
];
