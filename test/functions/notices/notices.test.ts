import { describe, expect, it } from "vitest";
import { slackMessage } from "#functions/notices/slack-message.ts";
import { teamsMessage } from "#functions/notices/teams-card.ts";
import type { Dossier } from "#shared/sales/dossier.ts";
import { dossier, reportOnlyDossier } from "../mail/mail-fixtures.ts";

interface Part {
  type: string;
  text?: string | { text: string; type: string; verbatim?: boolean };
  elements?: Part[];
}

const textOf = ({ text }: Part) => (typeof text === "string" ? text : (text?.text ?? ""));
const flat = (parts: readonly Part[]): Part[] => parts.flatMap((part) => [part, ...(part.elements ?? [])]);

const slack = (given: Dossier) => {
  const message = slackMessage(given);
  const parts = flat(message.blocks);
  return {
    message,
    text: parts.map(textOf).join("\n"),
    buttons: parts.filter(({ type }) => type === "button"),
  };
};
const teams = (given: Dossier) => {
  const [attachment] = teamsMessage(given).attachments;
  if (attachment === undefined) throw new Error("no card");
  const { content } = attachment;
  return { attachment, content, text: content.body.map(({ text }) => text).join("\n") };
};

const inOrder = [
  "B · Aéro Łódź · 4 minutes",
  "Jo Example, Quality lead · Aviation / MRO",
  "CONTACT",
  "call, or write once",
  "WHY",
  "Fit 38/40: aviation; Need 19/40: Strained",
  "answered “Never tried” to “Who tested a restore?” (B2)",
  "Ask: “Which system first?”",
  "not sure yet: “Could you release?” (MRO2)",
  "answered “Nobody” to “Who sees an alarm?” (M1)",
  "SAY",
  "“Which finding would you challenge?”",
  "NOT",
  "TEAM",
  "6 · Strained: listen",
  "This describes how work is arranged",
];

const hostile = {
  ...dossier,
  who: "*Jo* [x](https://evil.example) <!channel> & <https://evil.example|y>, _Boss_",
};
const hotter = { ...dossier, news: "Confirmed the address: A, was B." };

describe.each([
  ["Slack", (given: Dossier) => slack(given).text],
  ["Teams", (given: Dossier) => teams(given).text],
])("the notice for %s", (_, wordsOf) => {
  it("lays out the dossier in its order", () => {
    const text = wordsOf(dossier);
    const places = inOrder.map((part) => text.indexOf(part));
    expect(places.every((at) => at >= 0)).toBe(true);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  it("replies, calls and writes with one touch, and not at all for report only", () => {
    expect(wordsOf(dossier)).toMatch(/mailto:jo@aero\.example.*Reply|Reply.*mailto:jo@aero\.example/);
    expect(wordsOf(dossier)).toContain("tel:+15550100100;ext=12");
    expect(wordsOf(reportOnlyDossier)).toContain("report only: no outreach");
    expect(wordsOf(reportOnlyDossier)).not.toMatch(/mailto|tel:|Reply|jo@aero|555/);
  });

  it("begins with what is new about a lead told of before", () => {
    expect(wordsOf(hotter).indexOf("Confirmed the address: A, was B.")).toBeLessThan(
      wordsOf(hotter).indexOf("Jo Example"),
    );
  });

  it("leaves out tact where no band is shown", () => {
    expect(wordsOf({ ...dossier, tact: null })).not.toContain("null");
  });
});

describe("the notice for Slack", () => {
  it("leads to report and console by links, which need no app behind them", () => {
    expect(slack(dossier).text).toContain(
      "<https://remotesupport.example/r/token|Report> · <https://remotesupport.example/console/leads/1|Console>",
    );
    expect(slack(dossier).message.blocks.some(({ type }) => type === "actions")).toBe(false);
  });

  it("escapes what a visitor typed, so that it links nowhere and calls nobody", () => {
    const { text, message } = slack(hostile);
    expect(text).toContain("&lt;!channel&gt; &amp; &lt;https://evil.example|y&gt;");
    const sections = flat(message.blocks).filter(({ type }) => type === "section");
    for (const { text: words } of sections) expect(words).toMatchObject({ type: "mrkdwn", verbatim: true });
  });

  it("says the heading and the news in the notification", () => {
    expect(slack(hotter).message.text).toBe("B · Aéro Łódź · 4 minutes. Confirmed the address: A, was B.");
  });

  it("keeps to the lengths that Slack takes, and sends no empty block", () => {
    const long = { ...dossier, heading: "W".repeat(400), why: "M".repeat(5_000), openers: [] };
    for (const part of flat(slackMessage(long).blocks)) {
      const most = part.type === "header" ? 150 : 3_000;
      if (part.text !== undefined) expect(textOf(part).length).toBeGreaterThan(0);
      expect(textOf(part).length).toBeLessThanOrEqual(most);
    }
  });
});

describe("the notice for Teams", () => {
  it("is an Adaptive Card as workflows take it: version 1.4, text blocks, links as actions", () => {
    const { attachment, content } = teams(dossier);
    expect(teamsMessage(dossier).type).toBe("message");
    expect(attachment.contentType).toBe("application/vnd.microsoft.card.adaptive");
    expect(content).toMatchObject({ type: "AdaptiveCard", version: "1.4" });
    expect(new Set(content.body.map(({ type }) => type))).toEqual(new Set(["TextBlock"]));
    expect(content.actions).toEqual([
      { type: "Action.OpenUrl", title: "Report", url: dossier.links.report },
      { type: "Action.OpenUrl", title: "Console", url: dossier.links.console },
    ]);
  });

  it("escapes what a visitor typed", () => {
    const { text } = teams(hostile);
    expect(text).toContain("\\*Jo\\* \\[x\\](https://evil.example)");
    expect(text).toContain("\\_Boss\\_");
  });

  it("stays far under the size that Teams takes", () => {
    expect(Buffer.byteLength(JSON.stringify(teamsMessage(dossier)))).toBeLessThan(10_000);
  });
});
