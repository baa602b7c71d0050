import { createPublicKey } from "node:crypto";
import { GetSecretValueCommand } from "@aws-sdk/client-secrets-manager";
import { z } from "zod";
import { cnamesOf, tagsOf, textsOf } from "./dns-records.ts";
import { type Check, domainOf } from "./examined.ts";
import { fine, fix } from "./finding.ts";

const secretSchema = z.object({ DKIM_PRIVATE_KEY: z.string(), DKIM_SELECTOR: z.string() });

/** That the DNS shows the key with which follow-ups are signed, where they have one of their own. */
export const followUpKey: Check = async (examined) => {
  const { config, deployment } = examined.values;
  const { handOver } = deployment;
  if (handOver === null || !handOver.signsFollowUps) return [];
  const { SecretString = "" } = await examined.aws.secrets.send(
    new GetSecretValueCommand({ SecretId: handOver.secretArn, VersionId: handOver.secretVersion }),
  );
  const { DKIM_PRIVATE_KEY, DKIM_SELECTOR } = secretSchema.parse(JSON.parse(SecretString));
  const name = `${DKIM_SELECTOR}._domainkey.${domainOf(config.mail.followUpFrom)}`;
  const ours = createPublicKey(DKIM_PRIVATE_KEY).export({ type: "spki", format: "der" }).toString("base64");
  const [alias = name] = await cnamesOf(examined, name);
  const shown = (await textsOf(examined, alias)).map((text) => tagsOf(text).get("p")?.replaceAll(/\s/g, ""));
  if (shown.includes(ours)) return [fine("key of follow-ups", `${name} shows it`)];
  const what = shown.length === 0 ? "is not in the DNS" : "shows another key";
  return [
    fix(
      "key of follow-ups",
      `${name} ${what}: one-click unsubscribe does not count`,
      `enter ${name} TXT "v=DKIM1; k=rsa; p=${ours}"`,
    ),
  ];
};
