import { SecretValue } from "aws-cdk-lib";
import { Secret } from "aws-cdk-lib/aws-secretsmanager";
import { Construct } from "constructs";

const generated = { passwordLength: 64, excludePunctuation: true };

/**
 * A secret with the one before it, both valid. To replace it, store {"current": new, "previous": the one until now} as
 * the secret's next version, and deploy with that version's id: CloudFormation reads a secret again only when the
 * template names another version.
 */
export class ReplaceableSecret extends Construct {
  readonly current: string;
  /** Empty until the secret has been replaced once. */
  readonly previous: string;

  /** @param versionId the version to use; null for the one in force when the stack was created */
  constructor(scope: Construct, id: string, description: string, versionId: string | null) {
    super(scope, id);
    const secret = new Secret(this, "Value", {
      description,
      generateSecretString: {
        ...generated,
        secretStringTemplate: JSON.stringify({ previous: "" }),
        generateStringKey: "current",
      },
    });
    const field = (jsonField: string) =>
      SecretValue.secretsManager(secret.secretArn, {
        jsonField,
        ...(versionId === null ? {} : { versionId }),
      }).unsafeUnwrap();
    this.current = field("current");
    this.previous = field("previous");
  }
}

/** Returns the key of all hashes. It is never replaced: functions/secrets.ts says what would be lost. */
export function hashKey(scope: Construct): string {
  const secret = new Secret(scope, "HashKey", {
    description: "Keys the hashes of addresses. Never replace it: suppressions would not be found any more.",
    generateSecretString: generated,
  });
  return secret.secretValue.unsafeUnwrap();
}
