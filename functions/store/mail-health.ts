/** How the mails of the last weeks fared, counted by week: what SES judges a sender by. */
import { GetCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { z } from "zod";
import { reaching } from "#functions/store/failures.ts";
import type { Table } from "#functions/store/table.ts";

const weekMs = 7 * 86_400_000;
const keptWeeks = 8;

const countsSchema = z.object({
  delivered: z.int().default(0),
  bounced: z.int().default(0),
  complained: z.int().default(0),
});
export type MailOutcome = keyof z.infer<typeof countsSchema>;

const weekOf = (at: Date) => Math.floor(at.getTime() / weekMs);
const weekKey = (week: number) => ({
  pk: `COUNTER#MAIL#${new Date(week * weekMs).toISOString().slice(0, 10)}`,
});

/** Counts what became of one mail. */
export async function countMail(table: Table, outcome: MailOutcome, at: Date): Promise<void> {
  await reaching(
    table.client.send(
      new UpdateCommand({
        TableName: table.name,
        Key: weekKey(weekOf(at)),
        UpdateExpression: "ADD #outcome :one SET expiresAt = :end",
        ExpressionAttributeNames: { "#outcome": outcome },
        ExpressionAttributeValues: { ":one": 1, ":end": ((weekOf(at) + keptWeeks) * weekMs) / 1000 },
      }),
    ),
  );
}

async function countsOf(table: Table, week: number) {
  const { Item = {} } = await reaching(
    table.client.send(new GetCommand({ TableName: table.name, Key: weekKey(week) })),
  );
  return countsSchema.parse(Item);
}

/**
 * SES reviews an account at 5 % bounces or 0.1 % complaints (its page on reputation metrics): four fifths of that.
 * Of few mails one alone is above every rate, so it takes several before a rate says something.
 */
const limits = { bounced: { rate: 0.04, atLeast: 3 }, complained: { rate: 0.0008, atLeast: 2 } };

export interface MailHealth extends Readonly<Record<MailOutcome, number>> {
  /** Bounces and complaints stay clear of the limits of SES. */
  healthy: boolean;
}

/** Returns what became of the mails of this week and the last. */
export async function mailHealth(table: Table, now: Date): Promise<MailHealth> {
  const [last, current] = await Promise.all([countsOf(table, weekOf(now) - 1), countsOf(table, weekOf(now))]);
  const sum = (outcome: MailOutcome) => last[outcome] + current[outcome];
  const counts = { delivered: sum("delivered"), bounced: sum("bounced"), complained: sum("complained") };
  const mails = counts.delivered + counts.bounced;
  const above = (["bounced", "complained"] as const).some(
    (outcome) =>
      counts[outcome] >= limits[outcome].atLeast && counts[outcome] >= limits[outcome].rate * mails,
  );
  return { ...counts, healthy: !above };
}
