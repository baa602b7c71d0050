import { slackMessage } from "#functions/notices/slack-message.ts";
import { teamsMessage } from "#functions/notices/teams-card.ts";
import type { NoticeChannel } from "#functions/store/hand-over-steps.ts";
import { PostError } from "#functions/webhooks/post-error.ts";
import { postJson } from "#functions/webhooks/post-json.ts";
import type { Dossier } from "#shared/sales/dossier.ts";

/** The channels that are posted to; mail goes its own way. */
export type PostChannel = Exclude<NoticeChannel, "sales">;

export interface NoticeTargets {
  /** The address of each channel that is set up. */
  urls: Readonly<Partial<Record<PostChannel, string>>>;
  /** For tests and a trial on one machine. */
  allowLocal: boolean;
}

/** Posts a dossier to a channel; rejects with a PostError. */
export type PostNotice = (channel: PostChannel, dossier: Dossier) => Promise<void>;

const messages = { slack: slackMessage, teams: teamsMessage } as const;

/** Returns what posts notices to chat channels. */
export function createNoticePoster({ urls, allowLocal }: NoticeTargets): PostNotice {
  return async (channel, dossier) => {
    const url = urls[channel];
    if (url === undefined) throw new PostError("not-set-up");
    await postJson(url, JSON.stringify(messages[channel](dossier)), { allowLocal });
  };
}
