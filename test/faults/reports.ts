/** What SES reports about the mails it took: twice, in another order, late, or not at all. */
import { type ExampleName, notification, sesEvent } from "../functions/feedback/ses-events.ts";
import { chance } from "./chance.ts";
import type { AcceptedMail } from "./mail-front.ts";
import type { Pending } from "./pending.ts";
import type { Post } from "./post.ts";
import { policy } from "./settings.ts";
import { type Mailbox, mailboxOf } from "./traits.ts";

export interface Reported {
  mail: AcceptedMail;
  name: ExampleName;
  /** When the table had it, by the clock of the run; null when that never happened. */
  doneAt: number | null;
}

const ends: Readonly<Record<Mailbox, readonly ExampleName[]>> = {
  takes: ["delivery"],
  slow: ["deliveryDelay", "delivery"],
  bounces: ["bounce"],
  full: ["bounce"],
  complains: ["delivery", "complaint"],
  virus: ["reject"],
  refused: [],
};
const shares = { untold: 0.6, lost: 0.05, afterWait: 0.06, twice: 0.1 } as const;
const latestMs = 400;
/** As Lambda tries an invocation that failed, but sooner. */
const triesAfterMs = [50, 150];

export interface Reports {
  /** Plans what SES reports about a mail. */
  about(mail: AcceptedMail): void;
  /** Reports what was kept back until after the wait; returns when the next one is to be reported, or null. */
  release(now: number): number | null;
  all: readonly Reported[];
  counts: { planned: number; lost: number; twice: number; late: number };
}

function textOf({ mail, name }: Reported): string {
  const { step, to: recipient, messageId, at } = mail;
  const timestamp = new Date(at).toISOString();
  const soft = name === "bounce" && mailboxOf(recipient) === "full";
  const part = {
    bounce: "bounce",
    complaint: "complaint",
    delivery: "delivery",
    deliveryDelay: "deliveryDelay",
  };
  const own = name in part ? { [name]: { timestamp, ...(soft ? { bounceType: "Transient" } : {}) } } : {};
  const fields = { mail: { timestamp }, ...own };
  return JSON.stringify(sesEvent(name, { step, recipient, messageId, fields }));
}

export function createReports(
  seed: number,
  feedback: readonly Post[],
  pending: Pending,
  now: () => number,
): Reports {
  const all: Reported[] = [];
  const counts = { planned: 0, lost: 0, twice: 0, late: 0 };
  let kept: { reported: Reported; dueAt: number }[] = [];

  async function tell(reported: Reported): Promise<void> {
    const event = notification(textOf(reported));
    const [post] = feedback;
    for (const ms of [0, ...triesAfterMs]) {
      if (ms > 0) await new Promise((resolve) => setTimeout(resolve, ms));
      if ((await post?.invoke(event)) === null) continue;
      reported.doneAt ??= now();
      return;
    }
  }

  function plan(mail: AcceptedMail, name: ExampleName): void {
    const draw = (what: string) => chance(seed, "report", what, name, mail.step, mail.before);
    const reported: Reported = { mail, name, doneAt: null };
    counts.planned += 1;
    all.push(reported);
    const lost = draw("lost") < shares.lost;
    if (lost) {
      counts.lost += 1;
      return;
    }
    if (draw("after wait") < shares.afterWait) {
      counts.late += 1;
      kept.push({ reported, dueAt: mail.at + policy.sendingWaitMs + 60_000 });
      return;
    }
    const copies = draw("twice") < shares.twice ? 2 : 1;
    counts.twice += copies - 1;
    for (let copy = 0; copy < copies; copy += 1)
      pending.after(latestMs * draw(`delay ${copy}`), () => tell(reported));
  }

  return {
    all,
    counts,
    about(mail) {
      plan(mail, "send");
      const mailbox = mailboxOf(mail.to);
      // Of a mail that arrived nobody needs to hear: most of it is left out, to save the time.
      if (mailbox === "takes" && chance(seed, "untold", mail.step) < shares.untold) return;
      for (const name of ends[mailbox]) plan(mail, name);
    },
    release(at) {
      const due = kept.filter(({ dueAt }) => dueAt <= at);
      kept = kept.filter(({ dueAt }) => dueAt > at);
      for (const { reported } of due) void pending.during(tell(reported));
      return kept.length === 0 ? null : Math.min(...kept.map(({ dueAt }) => dueAt));
    },
  };
}
