/** Which addresses get no mail, why, since when, and who let them get mail again. */
import { UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { z } from "zod";
import { madeUnlessConditionFails } from "#functions/store/failures.ts";
import type { Table } from "#functions/store/table.ts";

/**
 * bounce: there is no such mailbox. soft-bounces: several mails in a row found it full or out of reach.
 * complaint: a mail was called unwanted. not-me: the reader pressed that button. asked: told us, and the console stopped it.
 */
export const suppressionReasons = ["bounce", "soft-bounces", "complaint", "not-me", "asked"] as const;
export type SuppressionReason = (typeof suppressionReasons)[number];

const time = z.iso.datetime();
/** Each reason with the time it first held: a complaint after a bounce shows beside it. */
const reasonsSchema = z.partialRecord(z.enum(suppressionReasons), time);
const suppressionSchema = z.object({
  /** The first reason and its time. */
  why: z.enum(suppressionReasons),
  at: time,
  reasons: reasonsSchema.default({}),
});
export type Suppression = z.infer<typeof suppressionSchema>;

/** What an address item holds of it. */
export const suppressionFields = {
  suppressed: suppressionSchema.optional(),
  /** Suppressions that somebody ended, oldest first. */
  lifts: z.array(z.object({ at: time, by: z.string(), reasons: reasonsSchema })).optional(),
};

/** The key of the list of suppressed addresses. */
export const suppressedList = "SUPPRESSED";

export const addressItemKey = (addressHash: string) => ({ pk: `ADDRESS#${addressHash}` });

interface Change {
  set: string;
  onlyIf: string;
  names?: Record<string, string>;
  values: Record<string, unknown>;
}

function update({ name, client }: Table, addressHash: string, { set, onlyIf, names, values }: Change) {
  return madeUnlessConditionFails(
    client.send(
      new UpdateCommand({
        TableName: name,
        Key: addressItemKey(addressHash),
        UpdateExpression: set,
        ConditionExpression: onlyIf,
        ExpressionAttributeNames: names,
        ExpressionAttributeValues: values,
      }),
    ),
  );
}

/**
 * Stops every mail to the address until somebody lifts it. The first reason stays, others are kept beside it.
 * @param at when it happened: news from before a lift do not bring the suppression back
 */
export async function suppressAddress(
  table: Table,
  addressHash: string,
  why: SuppressionReason,
  at: Date,
): Promise<void> {
  const since = at.toISOString();
  const afterLift = "(attribute_not_exists(liftedAt) OR liftedAt < :at)";
  const first = await update(table, addressHash, {
    set: "SET suppressed = :suppressed, #list = :list, listedAt = :at REMOVE expiresAt, softBounces",
    onlyIf: `attribute_not_exists(suppressed) AND ${afterLift}`,
    names: { "#list": "list" },
    values: {
      ":suppressed": { why, at: since, reasons: { [why]: since } },
      ":at": since,
      ":list": suppressedList,
    },
  });
  if (first) return;
  await update(table, addressHash, {
    set: "SET suppressed.reasons.#why = if_not_exists(suppressed.reasons.#why, :at) REMOVE expiresAt",
    onlyIf: `attribute_exists(suppressed.reasons) AND ${afterLift}`,
    names: { "#why": why },
    values: { ":at": since },
  });
}

export interface Lift {
  /** The suppression as seen by whoever lifts it: a reason added meanwhile is not lifted unseen. */
  seen: Suppression;
  /** Who decided it, by the id they sign in with. */
  by: string;
  at: Date;
  /** When the table may forget the address again, in seconds since 1970. */
  expiresAt: number;
}

/**
 * Lets an address get mail again and records who decided it, when, and what was lifted.
 * Returns false when the address is not suppressed in exactly this way (any more).
 */
export function liftSuppression(table: Table, addressHash: string, lift: Lift): Promise<boolean> {
  const { seen, by, expiresAt } = lift;
  const at = lift.at.toISOString();
  return update(table, addressHash, {
    set:
      "SET lifts = list_append(if_not_exists(lifts, :none), :lift), liftedAt = :at, expiresAt = :end " +
      "REMOVE suppressed, softBounces, #list, listedAt",
    // Reasons are only ever added.
    onlyIf: "suppressed.#at = :since AND size(suppressed.reasons) = :count",
    names: { "#at": "at", "#list": "list" },
    values: {
      ":none": [],
      ":lift": [{ at, by, reasons: seen.reasons }],
      ":at": at,
      ":end": expiresAt,
      ":since": seen.at,
      ":count": Object.keys(seen.reasons).length,
    },
  });
}
