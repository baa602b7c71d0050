/** "Download my data": everything held about the person behind an assessment, in words and as data. */
import type { Address } from "#functions/store/addresses.ts";
import type { Assessment, ConsentRecord } from "#functions/store/assessment-item.ts";
import { type SalesRecord, salesRecordOf } from "#functions/store/sales-record.ts";
import { consentWordingOf } from "#shared/consent-wording.ts";
import { findEdition } from "#shared/questions/index.ts";
import { quote } from "#shared/report/wording.ts";
import type { Consent } from "#shared/submission.ts";

export interface ReceiptLine {
  /** The words that stood beside the box. */
  words: string;
  given: boolean;
}

/** What was agreed to, as it can be shown to anybody who asks. */
export interface ConsentReceipt {
  at: string;
  version: string;
  /** The button that asked for the report; null for a version whose words are not ours. */
  request: string | null;
  lines: ReceiptLine[];
}

/** Returns a consent with the words it was given to. */
export function consentReceipt({ at, wording, ...consent }: ConsentRecord): ConsentReceipt {
  const words = consentWordingOf(wording);
  const names: (keyof Consent)[] = ["followUps", "benchmark", "reportOnly"];
  return {
    at,
    version: wording,
    request: words?.request ?? null,
    lines: names.map((name) => ({ words: words?.boxes[name] ?? name, given: consent[name] })),
  };
}

/** What is known of a mailbox, besides what was typed into the form. */
function mailboxData({ confirmedAt, suppressed }: Address) {
  return {
    confirmedAt: confirmedAt ?? null,
    noMailSince: suppressed?.at ?? null,
    noMailBecause: suppressed?.why ?? null,
  };
}

function answersOf({ edition, answers }: Pick<Assessment, "edition" | "answers">) {
  const known = findEdition(edition);
  return Object.entries(answers).map(([id, value]) => {
    const { question, answer } = quote(known, answers, id);
    return { id, question, answer, value };
  });
}

/** What sales wrote down about the person; who wrote it is another person's data. */
function salesData({ notes, history, lossReason, firstContactAt, bookedAt }: SalesRecord) {
  return {
    notes: notes.map(({ at, text }) => ({ at, text })),
    history: history.map(({ at, what, from, to }) => ({
      at,
      what,
      ...(what === "owner" ? {} : { from, to }),
    })),
    lossReason,
    firstContactAt,
    bookedAt,
  };
}

/**
 * Returns what is held.
 * @param address what is known of the mailbox; null for whoever sent the form and has not shown that the mailbox is
 * theirs: they get what they typed and what follows from it, and learn nothing about the mailbox
 */
export function personalData(assessment: Assessment, address: Address | null) {
  const {
    id,
    edition,
    profile,
    contact,
    consent,
    consentBefore = [],
    source,
    scorecard,
    timeZone,
  } = assessment;
  const { createdAt, linksFrom, expiresAt, status, actions, grade, suspected, followUpsStopped } = assessment;
  const { steps, formerSteps = [], provedAt } = assessment;
  return {
    format: "digital-readiness-personal-data",
    version: 1,
    id,
    createdAt,
    provedAt: address === null ? null : (provedAt ?? null),
    correctedAt: linksFrom ?? null,
    deletedBy: new Date(expiresAt * 1000).toISOString(),
    // Once a reader of the mailbox has pressed the button, it may be what they entered, and not what the form said.
    contact: address === null && provedAt !== undefined ? null : contact,
    profile,
    consent: consentReceipt(consent),
    consentBefore: consentBefore.map(consentReceipt),
    source,
    timeZone: timeZone ?? null,
    edition,
    answers: answersOf(assessment),
    scorecard,
    earlier: assessment.earlier ?? null,
    ...(address === null
      ? {}
      : {
          mailbox: mailboxData(address),
          sales: { status, grade, suspected: suspected ?? null, ...salesData(salesRecordOf(assessment)) },
          actions,
          mails: [...steps, ...formerSteps].map(({ name, state, dueAt, deliveredAt }) => ({
            name,
            state,
            dueAt,
            deliveredAt: deliveredAt ?? null,
          })),
          followUpsStopped: followUpsStopped ?? null,
        }),
  };
}
export type PersonalData = ReturnType<typeof personalData>;
