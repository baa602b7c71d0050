import { SecretValue } from "aws-cdk-lib";
import type { StageConfig } from "#shared/deployment-config.ts";
import type { FunnelConfig } from "#shared/funnel-config.ts";

/** Returns the names of what the worker needs to tell other people and systems, as far as it is asked to. */
export function workerVariables({ sales, webhooks }: FunnelConfig): string[] {
  const { slack, teams } = sales.notices;
  return [
    ...(slack ? ["SLACK_WEBHOOK_URL"] : []),
    ...(teams ? ["TEAMS_WEBHOOK_URL"] : []),
    ...(webhooks.events.length > 0 ? ["WEBHOOK_URL", "WEBHOOK_SECRET"] : []),
  ];
}

const calendarVariables = { cal: "CAL_WEBHOOK_SECRET", calendly: "CALENDLY_WEBHOOK_SECRET" } as const;

/** Returns the names of what the API needs to believe the calendars of a stage. */
export function calendarSecrets({ handOver }: StageConfig): string[] {
  return handOver?.bookings.map((calendar) => calendarVariables[calendar]) ?? [];
}

/** Returns the names of what the worker needs to sign follow-ups itself. */
export function signingVariables({ handOver }: StageConfig): string[] {
  return handOver?.signsFollowUps ? ["DKIM_PRIVATE_KEY", "DKIM_SELECTOR"] : [];
}

/** Returns variables of these names, their values out of the operator's secret; none where there is no such secret. */
export function fromHandOverSecret(
  { handOver }: StageConfig,
  names: readonly string[],
): Record<string, string> {
  if (handOver === null) return {};
  const { secretArn, secretVersion: versionId } = handOver;
  return Object.fromEntries(
    names.map((jsonField) => [
      jsonField,
      SecretValue.secretsManager(secretArn, { jsonField, versionId }).unsafeUnwrap(),
    ]),
  );
}
