import { describe, expect, it } from "vitest";
import {
  handOverStepNames,
  noticeOf,
  noticeStepName,
  webhookEventOf,
  webhookStepName,
} from "#functions/store/hand-over-steps.ts";

describe("the steps of hand-over", () => {
  it("mail first: no server of somebody else's holds a mail up", () => {
    const kinds = handOverStepNames.map((name) => name.split("-")[0]);
    expect([...new Set(kinds)]).toEqual(["sales", "slack", "teams", "webhook"]);
    expect(kinds.lastIndexOf("sales")).toBeLessThan(kinds.indexOf("slack"));
  });

  it("are found again by their names, each as a notice or a webhook", () => {
    for (const name of handOverStepNames) {
      const told = noticeOf(name);
      const event = webhookEventOf(name);
      const again = told ? noticeStepName(told.channel, told.occasion) : event && webhookStepName(event);
      expect(again).toBe(name);
    }
    expect([noticeOf("report"), webhookEventOf("report")]).toEqual([null, null]);
  });
});
