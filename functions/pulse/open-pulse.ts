/** Opens a pulse: a key that nobody keeps, split among the invitations. */
import { split } from "shamir-secret-sharing";
import { encodeInvitation, invitationHash } from "#functions/pulse/invitation.ts";
import { newKeys } from "#functions/pulse/seal.ts";
import { addJob } from "#functions/store/jobs.ts";
import { reservePulse } from "#functions/store/owned-assessments.ts";
import { insertPulse, type PulseState, readPulse } from "#functions/store/pulses.ts";
import type { Table } from "#functions/store/table.ts";
import { daysBetween, daysLater, fewestAnswers, mostInvitations, openDays } from "#shared/pulse/rules.ts";

/** Why a pulse cannot be opened now. */
export type PulseRefusal = "small team" | "number" | "open" | "too soon";

export interface PulseRequest {
  /** The first assessment of the row: later ones go on with its pulse. */
  id: string;
  /** Whose questions are asked. */
  edition: string;
  /** Keyed hash of the manager's address: one pulse a quarter, whichever assessment it is opened from. */
  address: string;
  infrastructurePeople: number;
  invited: number;
  /** Seconds since 1970: the pulse ends with the assessment. */
  expiresAt: number;
  now: Date;
}

/** Returns the first day on which a team may be asked again, as YYYY-MM-DD; null: at once. */
export function nextPulseDay(state: PulseState | null): string | null {
  const last = state?.published.at(-1);
  return last === undefined ? null : daysLater(last.closedOn, daysBetween);
}

function refusal(request: PulseRequest, state: PulseState | null, today: string): PulseRefusal | null {
  const { infrastructurePeople, invited } = request;
  if (infrastructurePeople < fewestAnswers) return "small team";
  const most = Math.min(infrastructurePeople, mostInvitations);
  if (!Number.isInteger(invited) || invited < fewestAnswers || invited > most) return "number";
  if (state !== null && state.open !== null) return "open";
  return (nextPulseDay(state) ?? today) > today ? "too soon" : null;
}

/** At six in the morning UTC of the day after the last one. */
const closingTime = (closesOn: string) => new Date(`${daysLater(closesOn, 1)}T06:00:00Z`);

/** Returns the name of the job that ends a pulse. */
export const pulseJobId = (id: string, wave: number) => `pulse-${id}-${wave}`;

/**
 * Returns the invitations, each the end of a link, in an order that says nothing; or why there are none.
 * They are kept nowhere: whoever loses them withdraws the pulse and opens another.
 * @throws TableUnavailable
 */
export async function openPulse(table: Table, request: PulseRequest): Promise<string[] | PulseRefusal> {
  const { id, edition, address, invited, expiresAt, now } = request;
  const today = now.toISOString().slice(0, 10);
  const state = await readPulse(table, id);
  const refused = refusal(request, state, today);
  if (refused !== null) return refused;
  const until = daysLater(today, daysBetween);
  if (!(await reservePulse(table, address, { id, today, until }))) return "too soon";
  const wave = (state?.wave ?? 0) + 1;
  const { publicKey, privateKey } = newKeys();
  const shares = await split(Uint8Array.from(privateKey), invited, fewestAnswers);
  const invitations = shares.map((share) => ({ pulseId: id, wave, share }));
  const closesOn = daysLater(today, openDays);
  const job = { kind: "pulse-end", pulseId: id, wave } as const;
  await addJob(table, pulseJobId(id, wave), job, closingTime(closesOn));
  const opened = await insertPulse(
    table,
    id,
    {
      edition,
      openedOn: today,
      closesOn,
      invited,
      publicKey: Buffer.from(publicKey).toString("base64url"),
      unused: invitations.map(invitationHash).sort(),
      boxes: [],
      shares: [],
    },
    wave,
    expiresAt,
  );
  return opened ? invitations.map(encodeInvitation).sort() : "open";
}
