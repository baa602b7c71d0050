/**
 * Pulses in the table, one item for each team. Answers come out of this file in one form only: the published result of
 * five or more, once, after the pulse has ended. There is no way to read how many have answered.
 */
import { DeleteCommand, GetCommand, PutCommand } from "@aws-sdk/lib-dynamodb";
import { tallyBoxes } from "#functions/pulse/tally-boxes.ts";
import { madeUnlessConditionFails, reaching } from "#functions/store/failures.ts";
import { type OpenPulse, type PublishedPulse, type Pulse, pulseSchema } from "#functions/store/pulse-item.ts";
import type { Table } from "#functions/store/table.ts";
import { fewestAnswers } from "#shared/pulse/rules.ts";

const key = (id: string) => ({ pk: `PULSE#${id}` });

async function readItem(table: Table, id: string): Promise<Pulse | null> {
  const { Item } = await reaching(
    table.client.send(new GetCommand({ TableName: table.name, Key: key(id), ConsistentRead: true })),
  );
  return Item === undefined ? null : pulseSchema.parse(Item);
}

/** Writes the pulse unless somebody else did since it was read. */
function write(
  table: Table,
  id: string,
  before: Pulse | null,
  after: Omit<Pulse, "version">,
): Promise<boolean> {
  const Item = { ...key(id), ...after, version: crypto.randomUUID() };
  const condition =
    before === null
      ? { ConditionExpression: "attribute_not_exists(pk)" }
      : {
          ConditionExpression: "version = :seen",
          ExpressionAttributeValues: { ":seen": before.version },
        };
  return madeUnlessConditionFails(
    table.client.send(new PutCommand({ TableName: table.name, Item, ...condition })),
  );
}

/** What anybody may know of a pulse. */
export interface PulseState {
  wave: number;
  open: Pick<OpenPulse, "openedOn" | "closesOn" | "invited"> | null;
  published: PublishedPulse[];
  endedWithTooFew: boolean;
}

/** Returns the state of a team's pulse, or null where none was ever opened. */
export async function readPulse(table: Table, id: string): Promise<PulseState | null> {
  const pulse = await readItem(table, id);
  if (pulse === null) return null;
  const { wave, open, published, endedWithTooFew } = pulse;
  const shown = open && { openedOn: open.openedOn, closesOn: open.closesOn, invited: open.invited };
  return { wave, open: shown, published, endedWithTooFew };
}

/** Returns the key to lock answers with, or null where this wave is not open. */
export async function pulseKey(table: Table, id: string, wave: number): Promise<Uint8Array | null> {
  const pulse = await readItem(table, id);
  return pulse === null || pulse.open === null || pulse.wave !== wave
    ? null
    : Uint8Array.from(Buffer.from(pulse.open.publicKey, "base64url"));
}

/** Returns whether the pulse was opened; false when one is open already. */
export async function insertPulse(
  table: Table,
  id: string,
  open: OpenPulse,
  wave: number,
  expiresAt: number,
) {
  const before = await readItem(table, id);
  if (before !== null && before.open !== null) return false;
  const published = before?.published ?? [];
  return write(table, id, before, { wave, open, published, endedWithTooFew: false, expiresAt });
}

export interface LockedAnswer {
  wave: number;
  invitationHash: string;
  box: string;
  share: string;
}

/**
 * Adds a locked answer and uses up its invitation, in one write: neither is ever there without the other. An
 * invitation that was used, or never was one, adds nothing; nothing tells them apart.
 * Returns whether that was the last invitation of an open pulse.
 * @throws TableUnavailable
 */
export async function addAnswer(table: Table, id: string, answer: LockedAnswer): Promise<boolean> {
  for (;;) {
    const pulse = await readItem(table, id);
    const open = pulse?.open ?? null;
    if (pulse === null || open === null || pulse.wave !== answer.wave) return false;
    if (!open.unused.includes(answer.invitationHash)) return false;
    const unused = open.unused.filter((hash) => hash !== answer.invitationHash);
    const next: OpenPulse = {
      ...open,
      unused,
      boxes: [...open.boxes, answer.box].sort(),
      shares: [...open.shares, answer.share].sort(),
    };
    if (await write(table, id, pulse, { ...pulse, open: next })) return unused.length === 0;
  }
}

/** too few: nothing was shown. closed: it had ended before. */
export type PulseEnd = "published" | "too few" | "closed";

/**
 * Ends a pulse: with five answers or more their aggregate is published, once, and the answers are gone.
 * @param final what has fewer ends too, and its answers are deleted unread; otherwise it goes on
 */
export async function endPulse(
  table: Table,
  id: string,
  { wave, day, final }: { wave: number; day: string; final: boolean },
): Promise<PulseEnd> {
  for (;;) {
    const pulse = await readItem(table, id);
    if (pulse === null || pulse.open === null || pulse.wave !== wave) return "closed";
    const enough = pulse.open.boxes.length >= fewestAnswers;
    if (!enough && !final) return "too few";
    const causes = enough ? await tallyBoxes(pulse.open) : null;
    const published =
      causes === null
        ? pulse.published
        : [...pulse.published, { edition: pulse.open.edition, closedOn: day, causes }];
    const ended = { ...pulse, open: null, published, endedWithTooFew: causes === null };
    if (await write(table, id, pulse, ended)) return causes === null ? "too few" : "published";
  }
}

/** Withdraws an open pulse: its answers are deleted unread, what was published before stays. */
export async function withdrawPulse(table: Table, id: string): Promise<void> {
  for (;;) {
    const pulse = await readItem(table, id);
    if (pulse === null || pulse.open === null) return;
    if (await write(table, id, pulse, { ...pulse, open: null, endedWithTooFew: false })) return;
  }
}

/** Deletes everything of a pulse; nothing left is no error. */
export async function deletePulse(table: Table, id: string): Promise<void> {
  await reaching(table.client.send(new DeleteCommand({ TableName: table.name, Key: key(id) })));
}
