import { combine } from "shamir-secret-sharing";
import { decodeBallot } from "#functions/pulse/ballot.ts";
import { open } from "#functions/pulse/seal.ts";
import type { OpenPulse } from "#functions/store/pulse-item.ts";
import { type PublishedCauses, tally } from "#shared/pulse/tally.ts";
import { findEdition } from "#shared/questions/index.ts";

const bytesOf = (text: string) => Uint8Array.from(Buffer.from(text, "base64url"));

/**
 * Returns what may be shown of locked answers, or null where there are fewer than five: then the shares make no key,
 * and nobody could open them.
 * @throws Error when an answer was changed since it was locked
 */
export async function tallyBoxes({
  edition,
  publicKey,
  boxes,
  shares,
}: Pick<OpenPulse, "edition" | "publicKey" | "boxes" | "shares">): Promise<PublishedCauses | null> {
  const privateKey = await combine(shares.map(bytesOf));
  const keys = { publicKey: bytesOf(publicKey), privateKey };
  return tally(
    findEdition(edition),
    boxes.map((box) => decodeBallot(open(keys, bytesOf(box)))),
  );
}
