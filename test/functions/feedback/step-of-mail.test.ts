import { expect, test } from "vitest";
import type { Feedback } from "#functions/feedback/ses-event.ts";
import { stepOfMail } from "#functions/feedback/step-of-mail.ts";
import { type FormerStep, owedStep, type Step } from "#functions/store/assessment-item.ts";

const report: Step = { ...owedStep("report", new Date(0)), state: "sending", attempts: 1 };
const contact = { email: "now@example.com", organisation: "Sample" };
const hashOf = (email: string) => `hash of ${email}`;
const former = (changes: Partial<FormerStep>): FormerStep => ({
  ...report,
  addressHash: hashOf("before@example.com"),
  ...changes,
});
const about = (messageId: string, to: readonly string[] = [contact.email]): Feedback => ({
  step: { assessmentId: "one", name: "report" },
  messageId,
  account: "1",
  destination: [...to],
  at: new Date(0),
  report: { kind: "sent" },
});
const found = (steps: readonly Step[], feedback: Feedback, formerSteps: FormerStep[] = []) =>
  stepOfMail({ steps: [...steps], formerSteps, contact }, feedback, hashOf);

test("a step owns the mails it knows, and as many unknown ones as it made tries without an answer", () => {
  const owns = (changes: Partial<Step>, id: string) => found([{ ...report, ...changes }], about(id)) !== null;
  expect(owns({ messageIds: ["a"] }, "a")).toBe(true);
  expect(owns({ messageIds: ["a"] }, "b")).toBe(false);
  expect(owns({ attempts: 2, messageIds: ["a"] }, "b")).toBe(true);
  expect(owns({ attempts: 0 }, "a")).toBe(false);
});

test("an unknown mail belongs to the try for the mailbox it went to", () => {
  expect(found([report], about("a"), [former({})])).toMatchObject({ former: false });
  expect(found([report], about("a", ["before@example.com"]), [former({})])).toMatchObject({
    former: true,
    addressHash: hashOf("before@example.com"),
  });
  expect(found([report], about("a", ["stranger@example.com"]), [former({})])).toBeNull();
  expect(found([report], about("a", [contact.email, "stranger@example.com"]))).toBeNull();
});

test("a mail known to a former step is its own, whoever the assessment belongs to by now", () => {
  const known = former({ messageIds: ["a"] });
  expect(found([{ ...report, attempts: 3 }], about("a"), [known])).toMatchObject({
    former: true,
    step: known,
  });
});

test("a notice to sales is no mail to a prospect", () => {
  const notice: Step = { ...report, name: "sales-notice" };
  const feedback: Feedback = {
    ...about("a", ["sales@example.com"]),
    step: { assessmentId: "one", name: "sales-notice" },
  };
  expect(found([notice], feedback)).toMatchObject({ addressHash: null, former: false });
});
