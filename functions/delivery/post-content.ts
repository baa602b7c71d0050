import { type LinkDependencies, linkTo, noticeLinks } from "#functions/delivery/step-links.ts";
import type { HandOver } from "#functions/hand-over.ts";
import { leadDossier } from "#functions/notices/lead-dossier.ts";
import type { Assessment, Step } from "#functions/store/assessment-item.ts";
import { noticeOf } from "#functions/store/hand-over-steps.ts";
import { leadMessage } from "#functions/webhooks/lead-messages.ts";
import { PostError } from "#functions/webhooks/post-error.ts";
import type { FunnelConfig } from "#shared/funnel-config.ts";

export interface PosterDependencies extends LinkDependencies {
  config: FunnelConfig;
  handOver: HandOver;
  now: () => Date;
}

/** Does a step that is no mail; rejects with a PostError when the other side did not take it. */
export type PostStep = (assessment: Assessment, step: Step) => Promise<void>;

/** Returns what tells chat channels and the other system. */
export function createPoster(dependencies: PosterDependencies): PostStep {
  const { config, handOver, now } = dependencies;
  return async (assessment, step) => {
    const told = noticeOf(step.name);
    if (told === null) {
      if (handOver.sendWebhook === null) throw new PostError("not-set-up");
      const reportUrl = linkTo(dependencies, assessment, "sales");
      return handOver.sendWebhook(leadMessage({ assessment, step, config, reportUrl }));
    }
    const { channel, occasion } = told;
    if (channel === "sales") throw new RangeError(`${step.name} is a mail`);
    const links = noticeLinks(dependencies, assessment);
    return handOver.postNotice(channel, leadDossier({ assessment, occasion, config, links, now: now() }));
  };
}
