/** A lead walked through its days: the app, the worker, the table and SES's stand-in, with a clock that jumps. */
import { createComposer } from "#functions/delivery/compose-step.ts";
import { createTopicHandler } from "#functions/feedback/topic-handler.ts";
import { createLog } from "#functions/log.ts";
import { mailTextsFolder, readMailTexts } from "#functions/mail/read-mail-texts.ts";
import { createSesSender, openSes, type SendMail } from "#functions/mail/ses-sender.ts";
import { addressKey } from "#functions/store/addresses.ts";
import { type Assessment, nextDue } from "#functions/store/assessment-item.ts";
import { readAssessment } from "#functions/store/assessments.ts";
import { privatePath } from "#functions/tokens.ts";
import type { FunnelConfig } from "#shared/funnel-config.ts";
import type { Submission } from "#shared/submission.ts";
import { createTestWorker, smallMail } from "../delivery/test-worker.ts";
import { notification, sesEvent, topicArn } from "../feedback/ses-events.ts";
import { type LocalServices, localAws } from "../local-services.ts";
import { sampleSubmission } from "../sample-submissions.ts";
import { createTestApp, type TestApp, testConfig, testSecrets, testSiteUrl } from "../test-app.ts";

const day = 86_400_000;

export interface SentMail {
  at: Date;
  step: string;
  subject: string;
  /** The link behind List-Unsubscribe, as a path. */
  stopPath: string;
}

export interface Walk {
  lead: { id: string; email: string; addressHash: string };
  app: TestApp;
  services: LocalServices;
  config: FunnelConfig;
  now: () => Date;
  /** Mails of the series so far. */
  sent: SentMail[];
  /** The page that the report mail links to. */
  reportPath: string;
  stored: () => Promise<Assessment | null>;
  /** Has SES say something of the latest mail of the series. */
  feedback: (kind: "complaint" | "bounce") => Promise<void>;
  /** Has the operator switch the series off. */
  switchOff: () => void;
}

/** Something that happens so many days after the button was pressed. */
export interface Happening {
  day: number;
  act: (walk: Walk) => Promise<unknown>;
}

export interface Story {
  submission?: Partial<Submission>;
  golden?: string;
  /** Which button is pressed; null: none is. */
  button?: "yes" | "no" | null;
  happening?: Happening;
}

interface Clock {
  now: () => Date;
  /** Moves on to a time, never back. */
  reach: (time: number) => void;
}

/** A Wednesday morning in Chicago. */
function startedClock(): Clock {
  let time = Date.parse("2030-06-12T13:30:00.000Z");
  return {
    now: () => new Date(time),
    reach: (later) => {
      time = Math.max(time, later);
    },
  };
}

const followUps = { texts: readMailTexts(mailTextsFolder), keys: testSecrets };
const pathIn = (header = "") => (header === "" ? "" : new URL(header.slice(1, -1)).pathname);

/** Returns the sender that hands mails to the stand-in and notes those of the series. */
function notingSender({ mailEndpoint }: LocalServices, now: () => Date, sent: SentMail[]): SendMail {
  const send = createSesSender(openSes({ ...localAws, endpoint: mailEndpoint }));
  return async (message, as) => {
    const messageId = await send(message, as);
    const { followUp, tags, subject, headers } = message;
    const step = tags.step?.split("_")[1] ?? "";
    if (followUp) sent.push({ at: now(), step, subject, stopPath: pathIn(headers["List-Unsubscribe"]) });
    return messageId;
  };
}

/** Only the mails of the series are looked at: a report takes a second to render. */
function composer(now: () => Date): ReturnType<typeof createComposer> {
  const compose = createComposer({
    ...{ config: testConfig, siteUrl: testSiteUrl, tokenSecret: testSecrets.token },
    ...{ now, followUps },
  });
  return (lead, name) => (name.startsWith("follow-up") ? compose(lead, name) : smallMail(lead, name));
}

async function report(walked: Walk, kind: "complaint" | "bounce"): Promise<void> {
  const { lead, services, config, now, stored } = walked;
  const told = createTopicHandler({
    ...{ table: services.table, config, topicArn, now, addressSecret: testSecrets.address },
    log: createLog(() => undefined),
  });
  const steps = (await stored())?.steps.filter(({ messageIds }) => messageIds.length > 0) ?? [];
  const step = steps.findLast(({ name }) => name.startsWith("follow-up"));
  const event = sesEvent(kind, {
    step: `${lead.id}_${step?.name}`,
    recipient: lead.email,
    messageId: step?.messageIds[0] ?? "",
    fields: { [kind]: { timestamp: now().toISOString() } },
  });
  await told(notification(JSON.stringify(event)));
}

/** Returns a lead that has its report, and what delivers to it. */
async function arrive(services: LocalServices, clock: Clock, { submission = {}, golden }: Story) {
  const consent = { followUps: true, benchmark: false, reportOnly: false };
  const asked = sampleSubmission({ consent, timeZone: "America/Chicago", ...submission }, golden);
  const { submissionId: id, contact } = asked;
  const { now } = clock;
  const app = createTestApp(services.table, { now });
  const sent: SentMail[] = [];
  let followUpsOff = false;
  const parts = { compose: composer(now), send: notingSender(services, now, sent) };
  const deliver = () => createTestWorker({ ...services, now }, { ...parts, followUpsOff }).deliver(id);
  const walked: Walk = {
    lead: { id, email: contact.email, addressHash: addressKey(testSecrets.address, contact.email) },
    ...{ app, services, config: testConfig, now, sent },
    reportPath: privatePath(testSecrets.token, { id, createdAt: now().toISOString() }, "report"),
    stored: () => readAssessment(services.table, id),
    feedback: (kind) => report(walked, kind),
    switchOff: () => {
      followUpsOff = true;
    },
  };
  await app.submit({ ...asked, proof: await app.proof() });
  await deliver();
  return { walked, deliver };
}

/** Returns the walk after so many days, with every mail of the series that was sent. */
export async function walk(services: LocalServices, story: Story, days = 120): Promise<Walk> {
  const clock = startedClock();
  const { walked, deliver } = await arrive(services, clock, story);
  const { button = "yes", happening } = story;
  const fields = new URLSearchParams(button === "no" ? { followUps: "no" } : {});
  if (button !== null) await walked.app.post(`${walked.reportPath}/confirm`, fields);

  const pressed = clock.now().getTime();
  const nextTime = async () => {
    const lead = await walked.stored();
    const due = lead === null ? null : nextDue(lead);
    return due === null ? Number.POSITIVE_INFINITY : Date.parse(due);
  };
  const deliverUntil = async (end: number) => {
    for (let next = await nextTime(); next <= end; next = await nextTime()) {
      clock.reach(next);
      await deliver();
    }
    clock.reach(end);
  };
  if (happening !== undefined) {
    await deliverUntil(pressed + happening.day * day);
    await happening.act(walked);
  }
  await deliverUntil(pressed + days * day);
  return walked;
}
