/** What became of every submission and of every mail: nothing lost, nothing doubled, or it says which. */
import { type StepName, stepNames } from "#functions/store/assessment-item.ts";
import { addressFaults } from "./address-account.ts";
import type { AcceptedMail } from "./mail-front.ts";
import type { Happened } from "./repeats.ts";
import type { FaultSettings } from "./settings.ts";
import { countSteps } from "./step-account.ts";
import type { Stored } from "./stored.ts";
import type { Traits } from "./traits.ts";

/** The steps of one name. */
export interface Row {
  owed: number;
  once: number;
  /** Mailed more than once, each time for an allowed reason. */
  again: number;
  doubled: number;
  /** Not mailed, for an allowed reason. */
  notMailed: number;
  lost: number;
}

export interface Account {
  accepted: number;
  stored: number;
  rows: Record<StepName, Row>;
  /** Named cases that are allowed, and how often each came. */
  cases: Map<string, number>;
  /** What must not be, each in a sentence. */
  faults: string[];
}

export interface Evidence extends Happened {
  settings: FaultSettings;
  accepted: readonly Traits[];
  stored: Stored;
  mails: readonly AcceptedMail[];
}

/** Returns the account of a run. */
export function accountOf(evidence: Evidence): Account {
  const empty = (): Row => ({ owed: 0, once: 0, again: 0, doubled: 0, notMailed: 0, lost: 0 });
  const account: Account = {
    accepted: evidence.accepted.length,
    stored: 0,
    rows: Object.fromEntries(stepNames.map((name) => [name, empty()])) as Record<StepName, Row>,
    cases: new Map(),
    faults: [],
  };
  countSteps(account, evidence);
  account.faults.push(...addressFaults(evidence));
  return account;
}
