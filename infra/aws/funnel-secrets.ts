import { CfnOutput, SecretValue } from "aws-cdk-lib";
import { Secret } from "aws-cdk-lib/aws-secretsmanager";
import { Construct } from "constructs";

/**
 * A generated secret that can be replaced, the one before it staying valid. `npm run rotate` stores the next version,
 * {"first", "current", "previous"}, and a deployment that names its id takes it: CloudFormation reads a secret again
 * only when the template names another version.
 */
export class ReplaceableSecret extends Construct {
  /** What the stack was created with; every later version carries it along. */
  readonly first: string;
  readonly current: string;
  /** Null until the secret has been replaced once. */
  readonly previous: string | null;

  /** @param versionId the version to use; null for the one in force when the stack was created */
  constructor(scope: Construct, id: string, description: string, versionId: string | null) {
    super(scope, id);
    const secret = new Secret(this, "Value", {
      description,
      generateSecretString: {
        passwordLength: 64,
        excludePunctuation: true,
        secretStringTemplate: "{}",
        generateStringKey: "first",
      },
    });
    const field = (jsonField: string) =>
      SecretValue.secretsManager(secret.secretArn, {
        jsonField,
        ...(versionId === null ? {} : { versionId }),
      }).unsafeUnwrap();
    this.first = field("first");
    this.current = versionId === null ? this.first : field("current");
    this.previous = versionId === null ? null : field("previous");
    new CfnOutput(this, "Name", {
      value: secret.secretName,
      description: `${id} secret, for npm run rotate.`,
    });
  }

  /** The variables that hold it. */
  variables(name: string): Record<string, string> {
    return {
      [name]: this.current,
      ...(this.previous === null ? {} : { [`${name}_PREVIOUS`]: this.previous }),
    };
  }
}

/**
 * What the functions sign and hash with, and what CloudFront shows them. The key of all hashes is never replaced
 * (functions/secrets.ts says what would be lost): it is what the signing secret was at first.
 */
export class FunnelSecrets extends Construct {
  readonly signing: ReplaceableSecret;
  readonly origin: ReplaceableSecret;
  readonly hashKey: string;

  constructor(scope: Construct, id: string, versions: { signing: string | null; origin: string | null }) {
    super(scope, id);
    this.signing = new ReplaceableSecret(
      this,
      "Signing",
      "Signs links and challenges, keys hashes.",
      versions.signing,
    );
    this.origin = new ReplaceableSecret(this, "Origin", "CloudFront shows it to the API.", versions.origin);
    this.hashKey = this.signing.first;
  }
}
