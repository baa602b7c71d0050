/** The ways to tell people and systems, set up from configuration and environment. */
import { z } from "zod";
import { handOverVariables } from "#functions/hand-over-variables.ts";
import { createNoticePoster, type PostNotice } from "#functions/notices/post-notice.ts";
import { createWebhookSender, type SendWebhook } from "#functions/webhooks/send-webhook.ts";
import type { FunnelConfig } from "#shared/funnel-config.ts";

const environmentSchema = z.object(handOverVariables);
export type HandOverEnvironment = z.infer<typeof environmentSchema>;

/** Raised at the start of an entry when funnel.config.ts asks for more than the environment gives. */
export class HandOverError extends Error {
  override name = "HandOverError";
}

function missing({ sales, webhooks }: FunnelConfig, given: HandOverEnvironment): string[] {
  const needs: [boolean, keyof HandOverEnvironment, string][] = [
    [sales.notices.slack, "SLACK_WEBHOOK_URL", "sales.notices.slack"],
    [sales.notices.teams, "TEAMS_WEBHOOK_URL", "sales.notices.teams"],
    [webhooks.events.length > 0, "WEBHOOK_URL", "webhooks.events"],
    [webhooks.events.length > 0, "WEBHOOK_SECRET", "webhooks.events"],
  ];
  return needs
    .filter(([needed, name]) => needed && given[name] === undefined)
    .map(([, name, field]) => `  ${name}: is missing, and ${field} asks for it`);
}

export interface HandOver {
  postNotice: PostNotice;
  /** null where no other system is told. */
  sendWebhook: SendWebhook | null;
}

/**
 * Returns the ways to tell people and systems, as far as they are set up.
 * @param allowLocal for tests and a trial on one machine
 * @throws HandOverError naming each variable that is missing
 */
export function createHandOver(
  config: FunnelConfig,
  given: HandOverEnvironment,
  { allowLocal, now }: { allowLocal: boolean; now: () => Date },
): HandOver {
  const lines = missing(config, given);
  if (lines.length > 0) throw new HandOverError(`The environment is incomplete:\n${lines.join("\n")}`);
  const { SLACK_WEBHOOK_URL, TEAMS_WEBHOOK_URL, WEBHOOK_URL, WEBHOOK_SECRET } = given;
  const urls = {
    ...(SLACK_WEBHOOK_URL === undefined ? {} : { slack: SLACK_WEBHOOK_URL }),
    ...(TEAMS_WEBHOOK_URL === undefined ? {} : { teams: TEAMS_WEBHOOK_URL }),
  };
  return {
    postNotice: createNoticePoster({ urls, allowLocal }),
    sendWebhook:
      WEBHOOK_URL === undefined || WEBHOOK_SECRET === undefined
        ? null
        : createWebhookSender({ url: WEBHOOK_URL, secrets: WEBHOOK_SECRET, allowLocal, now }),
  };
}
