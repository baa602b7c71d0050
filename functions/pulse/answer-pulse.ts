import { encodeBallot } from "#functions/pulse/ballot.ts";
import { type Invitation, invitationHash } from "#functions/pulse/invitation.ts";
import { seal } from "#functions/pulse/seal.ts";
import { addAnswer, endPulse, pulseKey } from "#functions/store/pulses.ts";
import type { Table } from "#functions/store/table.ts";
import type { PulseAnswers } from "#shared/pulse/questions.ts";

const textOf = (bytes: Uint8Array) => Buffer.from(bytes).toString("base64url");

/**
 * Takes one person's answers: locked before they are written, and the invitation used up with the same write. The last
 * invitation ends the pulse. Returns nothing, whatever became of it: whether an invitation was used is nobody's business.
 * @throws TableUnavailable
 */
export async function answerPulse(
  table: Table,
  invitation: Invitation,
  answers: PulseAnswers,
  now: Date,
): Promise<void> {
  const { pulseId, wave, share } = invitation;
  const publicKey = await pulseKey(table, pulseId, wave);
  if (publicKey === null) return;
  const last = await addAnswer(table, pulseId, {
    wave,
    invitationHash: invitationHash(invitation),
    box: textOf(seal(publicKey, encodeBallot(answers))),
    share: textOf(share),
  });
  const day = now.toISOString().slice(0, 10);
  if (last) await endPulse(table, pulseId, { wave, day, final: true });
}
