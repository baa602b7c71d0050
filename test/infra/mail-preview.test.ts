import { describe, expect, it } from "vitest";
import { stepKinds } from "#functions/delivery/step-kinds.ts";
import { stepNames } from "#functions/store/assessment-item.ts";
import { MailTextError } from "#shared/follow-ups/mail-text.ts";
import { type PreviewMail, previewMails } from "../../infra/local/preview-mails.ts";
import { previewApp } from "../../infra/local/preview-server.tsx";
import { testConfig } from "../functions/test-app.ts";

const mails = previewMails(testConfig);
const app = previewApp(mails);
const page = async (path: string) => (await app.request(path)).text();

describe("the preview of mails", () => {
  it("has every mail that a step sends", () => {
    const shown = mails.map(({ step }) => step);
    const sent = stepNames.filter((name) => stepKinds[name].by === "mail");
    expect(sent.filter((name) => !shown.includes(name))).toEqual([]);
  });

  it("shows a mail with its headers and as text, framed light and dark, narrow and wide", async () => {
    const html = await page("/mails/day-3-0");
    expect(html).toContain("List-Unsubscribe-Post");
    expect(html).toContain("The first step in your plan is “");
    expect(html.match(/<iframe[^>]*>/g)).toHaveLength(4);
    expect(html).toContain("sample@example.com");
  });

  it("shows both schemes whatever the machine prefers", async () => {
    expect(await page("/mails/day-3-0/dark")).toContain("@media all");
    expect(await page("/mails/day-3-0/light")).toContain("@media not all");
  });

  it("shows what is wrong with a content file where the mail would stand", async () => {
    const wrong: PreviewMail = {
      ...{ id: "wrong", group: "Wrong", name: "Wrong", step: null },
      compose: () => Promise.reject(new MailTextError("on-call.yaml: subject: {x} is no slot")),
    };
    const answer = await previewApp([wrong]).request("/mails/wrong");
    expect(answer.status).toBe(500);
    expect(await answer.text()).toContain("on-call.yaml: subject: {x} is no slot");
  });
});
