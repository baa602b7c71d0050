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
import { createTestApp, testConfig, testSecrets, testSiteUrl } from "../test-app.ts";

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
  app: ReturnType<typeof createTestApp>;
  services: LocalServices;
  config: FunnelConfig;
  now: () => Date;
  sent: SentMail[];
  stored: () => Promise<Assessment | null>;
  /** What SES says of the latest mail of the series. */
  feedback: (kind: "complaint" | "bounce") => Promise<void>;
  /** Presses a button of the mailed report page. */
  press: (fields?: URLSearchParams) => Promise<Response>;
  /** Has the operator switch the series off. */
  switchOff: () => void;
}

/** Something that happens so many days after the button was pressed. */
export interface Happening {
  day: number;
  act: (walk: Walk) => Promise<unknown>;
}

export interface Story {
  start?: string;
  submission?: Partial<Submission>;
  golden?: string;
  /** Which button is pressed; null: none is. */
  button?: "yes" | "no" | null;
  happening?: Happening;
}

function pathIn(header: string | undefined): string {
  return header === undefined ? "" : new URL(header.slice(1, -1)).pathname;
}

/** Returns the walk after so many days, with every mail of the series that was sent. */
export async function walk(services: LocalServices, story: Story, days = 120): Promise<Walk> {
  const { start = "2030-06-12T13:30:00.000Z", button = "yes", happening } = story;
  let time = Date.parse(start);
  const now = () => new Date(time);
  const consent = { followUps: true, benchmark: false, reportOnly: false };
  const submission = sampleSubmission(
    { consent, timeZone: "America/Chicago", ...story.submission },
    story.golden,
  );
  const { submissionId: id, contact } = submission;
  const app = createTestApp(services.table, { now });
  const sent: SentMail[] = [];
  let followUpsOff = false;

  const ses = createSesSender(openSes({ ...localAws, endpoint: services.mailEndpoint }));
  const send: SendMail = async (message, as) => {
    const messageId = await ses(message, as);
    const step = message.tags.step?.split("_")[1] ?? "";
    if (message.followUp)
      sent.push({
        at: now(),
        step,
        subject: message.subject,
        stopPath: pathIn(message.headers["List-Unsubscribe"]),
      });
    return messageId;
  };
  const followUps = { texts: readMailTexts(mailTextsFolder), keys: testSecrets };
  const links = { siteUrl: testSiteUrl, tokenSecret: testSecrets.token };
  const real = createComposer({ ...links, config: testConfig, now, followUps });
  // Only the mails of the series are looked at: a report takes a second to render.
  const compose: typeof real = (lead, name) =>
    name.startsWith("follow-up") ? real(lead, name) : smallMail(lead, name);
  const deliver = (leadId: string) =>
    createTestWorker({ ...services, now }, { compose, send, followUpsOff }).deliver(leadId);

  const stored = () => readAssessment(services.table, id);
  const topic = createTopicHandler({
    ...{ table: services.table, config: testConfig, topicArn, now },
    addressSecret: testSecrets.address,
    log: createLog(() => undefined),
  });
  const walked: Walk = {
    lead: { id, email: contact.email, addressHash: addressKey(testSecrets.address, contact.email) },
    ...{ app, services, config: testConfig, now, sent, stored },
    press: async (fields) => {
      const lead = await stored();
      if (lead === null) throw new Error("There is no lead whose button could be pressed.");
      return app.post(`${privatePath(testSecrets.token, lead, "report")}/confirm`, fields);
    },
    feedback: async (kind) => {
      const steps = (await stored())?.steps.filter(({ messageIds }) => messageIds.length > 0) ?? [];
      const step = steps.findLast(({ name }) => name.startsWith("follow-up"));
      const event = sesEvent(kind, {
        step: `${id}_${step?.name}`,
        recipient: contact.email,
        messageId: step?.messageIds[0] ?? "",
        fields: { [kind]: { timestamp: now().toISOString() } },
      });
      await topic(notification(JSON.stringify(event)));
    },
    switchOff: () => {
      followUpsOff = true;
    },
  };

  await app.submit({ ...submission, proof: await app.proof() });
  await deliver(id);
  const pressed = time;
  if (button !== null) await walked.press(new URLSearchParams(button === "no" ? { followUps: "no" } : {}));

  const end = pressed + days * day;
  let happened = happening === undefined;
  const happensAt = pressed + (happening?.day ?? 0) * day;
  for (;;) {
    const lead = await stored();
    const due = lead === null ? null : nextDue(lead);
    const next = due === null ? Number.POSITIVE_INFINITY : Math.max(time, Date.parse(due));
    if (!happened && next >= happensAt) {
      time = Math.max(time, happensAt);
      happened = true;
      await happening?.act(walked);
      continue;
    }
    if (next > end) break;
    time = next;
    await deliver(id);
  }
  return walked;
}
