/** `npm run rotate -- prod signing` (or origin): stores a new secret beside the one in force. */
import {
  GetRandomPasswordCommand,
  GetSecretValueCommand,
  PutSecretValueCommand,
  SecretsManagerClient,
} from "@aws-sdk/client-secrets-manager";
import { CommandError, deployedStage, runCommand } from "./command.ts";
import { nextVersion } from "./secret-version.ts";

const secrets = { signing: "SecretsSigningName", origin: "SecretsOriginName" } as const;

await runCommand(async ([stage, which]) => {
  if (which !== "signing" && which !== "origin")
    throw new CommandError("Say which secret: npm run rotate -- prod signing, or origin.");
  const { region, output, values } = await deployedStage(stage);
  const SecretId = output(secrets[which]);
  const client = new SecretsManagerClient({ region });
  const { SecretString = "" } = await client.send(new GetSecretValueCommand({ SecretId }));
  const { RandomPassword = "" } = await client.send(
    new GetRandomPasswordCommand({ PasswordLength: 64, ExcludePunctuation: true }),
  );
  const next = JSON.stringify(nextVersion(SecretString, RandomPassword));
  const { VersionId } = await client.send(new PutSecretValueCommand({ SecretId, SecretString: next }));
  process.stdout.write(
    `Stored. Nothing uses it yet: set deployment.${values.stage}.${which}SecretVersion to "${VersionId}" in ` +
      "funnel.config.ts, then npm run deploy. The secret until now stays valid beside it.\n",
  );
});
