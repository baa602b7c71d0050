/** What is special about each submission of a run, its mailbox, and its mail: all drawn from the seed. */
import { chance, drawn, drawnUuid } from "./chance.ts";

/** What happens to mails at an address; SES takes none for "refused". */
const mailboxShares = {
  refused: 0.004,
  bounces: 0.01,
  full: 0.01,
  complains: 0.006,
  virus: 0.004,
  slow: 0.01,
} as const;
export type Mailbox = keyof typeof mailboxShares | "takes";

/** Said here once more: the account must not believe the code it is about. */
export const toSales = (name: string) => name.includes("-notice");

export interface Traits {
  id: string;
  email: string;
  /** Sent with a proof of work; the report goes at once. Without one a button has to be pressed first. */
  proof: boolean;
  /** The button is pressed. */
  confirms: boolean;
  followUps: boolean;
  /** How many follow-ups are owed at once. */
  followUpsOwed: 0 | 1 | 2;
}

/** So many submissions in a row name one address: more than may be mailed in a day. */
const sharing = { every: 50, perAddress: 7 } as const;

/** Returns the traits of a submission by its number, from 0. */
export function traitsOf(seed: number, number: number): Traits {
  const draw = (what: string) => chance(seed, what, number);
  const mailbox: Mailbox = drawn(mailboxShares, draw("mailbox")) ?? "takes";
  const group = Math.floor(number / (sharing.every * sharing.perAddress));
  const shared = number % sharing.every === sharing.every - 1;
  const followUps = draw("follow-ups") < 0.25;
  const confirms = draw("confirms") < 0.8;
  return {
    id: drawnUuid(seed, "submission", number),
    email: shared ? `takes-shared-${seed}-${group}@example.com` : `${mailbox}-${seed}-${number}@example.com`,
    proof: shared || draw("proof") < 0.75,
    confirms,
    followUps,
    followUpsOwed: followUps && confirms && !shared ? (draw("two") < 0.3 ? 2 : 1) : 0,
  };
}

/** Returns what happens to mails at an address of a run. */
export function mailboxOf(email: string): Mailbox {
  const name = email.split("-")[0];
  return (
    Object.keys(mailboxShares).find((mailbox): mailbox is keyof typeof mailboxShares => mailbox === name) ??
    "takes"
  );
}

export type Poison = "throws" | "kills";

/** Returns how the report of an assessment cannot be made, for the few where it cannot. */
export function poisonOf(
  { seed, submissions, killers }: { seed: number; submissions: number; killers: number },
  assessmentId: string,
): Poison | null {
  return drawn({ kills: killers / submissions, throws: 0.002 }, chance(seed, "poison", assessmentId));
}
