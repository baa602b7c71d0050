/** The mails as a reader gets them, through the real composer, worker and SES stand-in. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { createComposer } from "#functions/delivery/compose-step.ts";
import { type LocalServices, type ReceivedMail, startLocalServices } from "../local-services.ts";
import { readReport, solid } from "../pdf/read-report.ts";
import { sampleSubmission } from "../sample-submissions.ts";
import { createTestApp, type TestApp, testConfig, testSecrets, testSiteUrl } from "../test-app.ts";
import { createTestWorker, type TestWorker } from "./test-worker.ts";

let services: LocalServices;
let app: TestApp;
let worker: TestWorker;

beforeAll(async () => {
  services = await startLocalServices();
  app = createTestApp(services.table);
  const now = () => new Date();
  const compose = createComposer({
    config: testConfig,
    siteUrl: testSiteUrl,
    tokenSecret: testSecrets.token,
    now,
  });
  worker = createTestWorker({ ...services, now }, { compose });
});
afterAll(() => services.stop());

/** Returns the path of the private link in a mail. */
function linkIn(mail: ReceivedMail | undefined): string {
  const path = /https:\/\/readiness\.example(\/r\/[\w-]+)/.exec(mail?.body.html ?? "")?.[1];
  if (path === undefined) throw new Error("The mail holds no private link.");
  return path;
}

test("without proof the mail asks for one button; pressed, the report comes with the same scores", {
  timeout: 60_000,
}, async () => {
  const submission = sampleSubmission();
  const { scorecard } = await (await app.submit(submission)).json();
  await worker.deliver(submission.submissionId);
  const inbox = () => services.mailsTo(submission.contact.email);
  const [confirmation, ...none] = await inbox();
  expect(none).toEqual([]);
  expect(confirmation?.subject).toBe("Press one button to get your report");
  expect(confirmation?.attachments).toEqual([]);
  expect(confirmation?.body.text).toContain(linkIn(confirmation));
  // Nothing a stranger typed reaches a mailbox nobody has proven to be theirs.
  expect(JSON.stringify(confirmation?.body)).not.toContain(submission.contact.organisation);

  const asked = await (await app.request(linkIn(confirmation))).text();
  const action = /action="([^"]+\/confirm)"/.exec(asked)?.[1] ?? "";
  expect((await app.post(action)).status).toBe(303);
  await worker.deliver(submission.submissionId);
  const [, report] = await inbox();
  expect(report?.subject).toBe("Your Digital Readiness Report");
  expect((await app.request(linkIn(report))).status).toBe(200);

  const [pdf] = report?.attachments ?? [];
  expect(pdf).toMatchObject({ filename: "digital-readiness-report.pdf", contentType: "application/pdf" });
  const { pages } = await readReport(Uint8Array.from(Buffer.from(pdf?.content ?? "", "base64")));
  expect(pages.length).toBeGreaterThanOrEqual(10);
  const printed = solid(pages.join(" "));
  expect(printed).toContain(solid(submission.contact.organisation));
  expect(printed).toContain(`Readiness${scorecard.overall}`);
});

test("sales is told who, with a link that shows no people answer", async () => {
  const submission = sampleSubmission();
  await app.submit(submission);
  await worker.deliver(submission.submissionId);
  const [recipient = ""] = testConfig.sales.recipients;
  const notice = (await services.mailsTo(recipient)).find(({ body }) =>
    body.text?.includes(submission.contact.email),
  );
  expect(notice?.body.text).toContain(submission.contact.organisation);
  const page = await (await app.request(linkIn(notice))).text();
  expect(page).toContain(submission.contact.organisation);
  expect(page).toContain("Shortened version");
});
