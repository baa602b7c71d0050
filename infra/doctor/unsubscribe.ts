import { GetSecretValueCommand } from "@aws-sdk/client-secrets-manager";
import { z } from "zod";
import { choicePath } from "#functions/choice-token.ts";
import { deriveHashKeys, keyedHash } from "#functions/secrets.ts";
import type { Check, Examined } from "./examined.ts";
import { type Finding, fine, fix, look } from "./finding.ts";

const about = "unsubscribe";
/** Nobody's mailbox: .invalid can have none. */
const nobody = "doctor@doctor.invalid";

const storedSchema = z.object({ first: z.string() });

async function stopLink({ aws, output, values }: Examined): Promise<string> {
  const { SecretString = "" } = await aws.secrets.send(
    new GetSecretValueCommand({ SecretId: output("SecretsSigningName") }),
  );
  const { first } = storedSchema.parse(JSON.parse(SecretString));
  const { choice, address } = deriveHashKeys(first);
  return `${values.siteUrl}${choicePath(choice, keyedHash(address, nobody))}/stop`;
}

const wrong = (says: string): Finding =>
  fix(
    about,
    says,
    "see the Api log under this minute; until it works no follow-up may go out (followUps.enabled: false)",
  );

/** Returns the check; with `exchange`, one that presses the button as a mail program does, for a mailbox of nobody. */
export const unsubscribe =
  (exchange: boolean): Check =>
  async (examined) => {
    const link = await stopLink(examined);
    const signal = AbortSignal.timeout(10_000);
    const page = await fetch(link, { redirect: "manual", signal });
    if (page.status !== 200) return [wrong(`the page behind the link of a follow-up answers ${page.status}`)];
    if (!exchange)
      return [
        look(
          about,
          "the page behind the link opens; the button was not pressed, since that writes an item",
          "add --unsubscribe: presses it for a mailbox that nobody has",
        ),
      ];
    // RFC 8058: this body, no cookie, and no redirect may be needed.
    const pressed = await fetch(link, {
      method: "POST",
      body: new URLSearchParams({ "List-Unsubscribe": "One-Click" }),
      redirect: "manual",
      signal,
    });
    return pressed.status === 200
      ? [fine(about, "one click, as mail programs send it, is taken")]
      : [wrong(`one click, as mail programs send it, is answered ${pressed.status}`)];
  };
