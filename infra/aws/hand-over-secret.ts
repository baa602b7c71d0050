import { SecretValue } from "aws-cdk-lib";
import { Secret } from "aws-cdk-lib/aws-secretsmanager";
import { Construct } from "constructs";
import type { bookingVariables, handOverVariables } from "#functions/hand-over-variables.ts";
import type { FunnelConfig } from "#shared/funnel-config.ts";

type WorkerVariable = keyof typeof handOverVariables;
type ApiVariable = keyof typeof bookingVariables;

const ofWorker = [
  "SLACK_WEBHOOK_URL",
  "TEAMS_WEBHOOK_URL",
  "WEBHOOK_URL",
  "WEBHOOK_SECRET",
] as const satisfies readonly WorkerVariable[];
const ofApi = ["CAL_WEBHOOK_SECRET", "CALENDLY_WEBHOOK_SECRET"] as const satisfies readonly ApiVariable[];

/** Returns whether funnel.config.ts hands anything over; without that there is no secret to pay for. */
export function handsOver({ sales, webhooks }: FunnelConfig): boolean {
  const { slack, teams } = sales.notices;
  return slack || teams || webhooks.events.length > 0 || sales.bookingUrl !== null;
}

/**
 * What other systems gave us, in one secret with a field for each variable. It is created empty: store the values as
 * its next version and deploy with that version's id. An empty field counts as not set up.
 */
export class HandOverSecret extends Construct {
  readonly worker: Record<WorkerVariable, string>;
  readonly api: Record<ApiVariable, string>;

  /** @param versionId the version to use; null for the empty one it is created with */
  constructor(scope: Construct, id: string, versionId: string | null) {
    super(scope, id);
    const secret = new Secret(this, "Value", {
      description: "Addresses and secrets of Slack, Teams, the webhook and the calendars.",
      generateSecretString: {
        secretStringTemplate: JSON.stringify(
          Object.fromEntries([...ofWorker, ...ofApi].map((name) => [name, ""])),
        ),
        // CloudFormation generates something in any case; nobody reads it.
        generateStringKey: "unused",
      },
    });
    const field = (jsonField: string) =>
      SecretValue.secretsManager(secret.secretArn, {
        jsonField,
        ...(versionId === null ? {} : { versionId }),
      }).unsafeUnwrap();
    this.worker = {
      SLACK_WEBHOOK_URL: field("SLACK_WEBHOOK_URL"),
      TEAMS_WEBHOOK_URL: field("TEAMS_WEBHOOK_URL"),
      WEBHOOK_URL: field("WEBHOOK_URL"),
      WEBHOOK_SECRET: field("WEBHOOK_SECRET"),
    };
    this.api = {
      CAL_WEBHOOK_SECRET: field("CAL_WEBHOOK_SECRET"),
      CALENDLY_WEBHOOK_SECRET: field("CALENDLY_WEBHOOK_SECRET"),
    };
  }
}
