import { expect, it } from "vitest";
import { createHandOver, HandOverError } from "#functions/hand-over.ts";
import { parseFunnelConfig } from "#shared/funnel-config.ts";
import { testConfig } from "./test-app.ts";

const options = { allowLocal: false, now: () => new Date() };
const everything = parseFunnelConfig({
  ...testConfig,
  sales: { ...testConfig.sales, notices: { slack: true, teams: true } },
  webhooks: { events: ["lead.created"] },
});

it("sets up nothing unasked", async () => {
  const { sendWebhook, postNotice } = createHandOver(testConfig, {}, options);
  expect(sendWebhook).toBeNull();
  await expect(postNotice("slack", {} as never)).rejects.toMatchObject({ code: "not-set-up" });
});

it("names every variable that the configuration asks for and the environment lacks", () => {
  const start = () => createHandOver(everything, { WEBHOOK_SECRET: [] }, options);
  expect(start).toThrow(HandOverError);
  expect(start).toThrow(/SLACK_WEBHOOK_URL: is missing, and sales\.notices\.slack asks for it/);
  expect(start).toThrow(/TEAMS_WEBHOOK_URL/);
  expect(start).toThrow(/WEBHOOK_URL: is missing, and webhooks\.events asks for it/);
  expect(start).not.toThrow(/WEBHOOK_SECRET/);
});
