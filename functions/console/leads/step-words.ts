/** How the console says what a step is, how it stands, and why. */
import type { Assessment, Step, StepState } from "#functions/store/assessment-item.ts";
import { isOpen } from "#functions/store/assessment-item.ts";
import { type NoticeChannel, noticeOf, webhookEventOf } from "#functions/store/hand-over-steps.ts";
import type { Occasion } from "#shared/sales/occasions.ts";

const mailTexts: Readonly<Record<string, string>> = {
  confirmation: "Mail that asks to confirm",
  report: "Report by mail",
  "undelivered-notice": "Notice: report not delivered",
  "follow-up-3": "Follow-up, day 3",
  "follow-up-8": "Follow-up, day 8",
  "follow-up-15": "Follow-up, day 15",
  "follow-up-90": "Follow-up, day 90",
};

const channelTexts: Record<NoticeChannel, string> = {
  sales: "Mail to sales",
  slack: "Slack",
  teams: "Teams",
};

const occasionTexts: Record<Occasion, string> = {
  new: "new lead",
  confirmed: "confirmed",
  "what-if": "tried the what-if",
  booking: "asked for a meeting",
  untouched: "nobody has called",
};

/** Returns what a step is; one without words of its own is named by its code. */
export function stepText(name: string): string {
  const notice = noticeOf(name);
  if (notice !== null) return `${channelTexts[notice.channel]}: ${occasionTexts[notice.occasion]}`;
  const event = webhookEventOf(name);
  if (event !== null) return `Webhook: ${event}`;
  return mailTexts[name] ?? name;
}

const stateTexts: Record<StepState, string> = {
  owed: "To be done",
  sending: "Being sent",
  deferred: "Waits",
  done: "Done",
  bounced: "Came back",
  failed: "Failed",
  skipped: "Not wanted",
  unknown: "May have gone",
  held: "Held",
};

/** Returns whether a step is one of the mails that follow days later, only by consent. */
export function isFollowUp({ name }: Pick<Step, "name">): boolean {
  return name.startsWith("follow-up");
}

/** Returns how a step stands. */
export function stateText(step: Step, { followUpsStopped }: Pick<Assessment, "followUpsStopped">): string {
  if (isFollowUp(step) && isOpen(step) && followUpsStopped !== undefined) return "Stopped";
  if (step.complainedAt !== undefined) return "Reported as unwanted";
  if (step.state !== "done") return stateTexts[step.state];
  if (step.deliveredAt !== undefined) return "Delivered";
  return step.delayedAt === undefined ? "Done" : "Sent, not taken yet";
}

const errorTexts: Readonly<Record<string, string>> = {
  "already-confirmed": "the address was confirmed before",
  "address-not-https": "its address does not begin with https",
  "address-not-public": "its address leads into a private network",
  arrived: "the report arrived after all",
  bounced: "there is no such mailbox",
  "bounced-for-now": "the mailbox was full or out of reach",
  "compose-timeout": "making it took too long",
  "daily-limit": "the address has had its mails for the day",
  "no-answer": "no answer came",
  "no-consent": "they did not ask for it",
  "not-composed": "it could not be made",
  "not-confirmed": "the address was not confirmed",
  "not-grade-a": "the lead is not of grade A any more",
  "not-reached": "the other side could not be reached",
  "not-resolved": "the name of the other side is not known",
  "not-set-up": "its address is not set up",
  "over-limit": "the address was named too often",
  reputation: "too many mails bounced or were reported: paused",
  "ses-not-rendered": "the mail service could not render the mail",
  "ses-refused": "the mail service refused the mail",
  "ses-rejected": "the mail service refused the mail",
  "ses-suppressed": "the mail service sends nothing to this address",
  "ses-throttled": "the mail service asked for fewer mails",
  "ses-unavailable": "the mail service did not answer",
  stopped: "stopped by sales",
  superseded: "a newer assessment takes its place",
  "suppressed-bounce": "mail to this address bounced",
  "suppressed-soft-bounces": "several mails in a row could not be delivered",
  "suppressed-complaint": "a mail was reported as unwanted",
  "suppressed-not-me": "they said it was not them",
  "suppressed-asked": "they asked us to stop",
  "taken-up": "somebody had taken the lead up",
  "timed-out": "the other side did not answer in time",
  "worker-crashed": "the worker died over it",
};

/** Returns why a step is as it is; an answer of another system as its number, and any other code as it is. */
export function errorText(code: string): string {
  const status = /^http-(\d+)$/.exec(code)?.[1];
  if (status !== undefined) return `the other side answered ${status}`;
  return errorTexts[code] ?? code;
}
