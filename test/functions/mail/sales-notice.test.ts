import PostalMime from "postal-mime";
import { describe, expect, it } from "vitest";
import { composeMime } from "#functions/mail/mime.ts";
import { salesNotice } from "#functions/mail/sales-notice.tsx";
import {
  dossier,
  funnel,
  noticeInput,
  reportOnlyDossier,
  sent,
  wordsOfHtml,
  wordsOfText,
} from "./mail-fixtures.ts";

const notice = await salesNotice(noticeInput);
const reportOnly = await salesNotice({ ...noticeInput, dossier: reportOnlyDossier });

describe("the sales notice", () => {
  it("lays out who, contact, why, openers, say, not and team in this order", () => {
    const text = wordsOfText(notice.text);
    const order = [
      "B · Aéro Łódź · 4 minutes",
      "Jo Example, Quality lead · Aviation / MRO",
      "CONTACT call, or write once +1 555 010 0100 x12 jo@aero.example",
      "WHY Fit 38/40: aviation; Need 19/40: Strained; Intent 3/20: consent",
      "1 answered “Never tried” to “Who tested a restore?” (B2) Ask: “Which system first?”",
      "2 not sure yet: “Could you release?” (MRO2) Ask: “What could you release tomorrow?”",
      "3 answered “Nobody” to “Who sees an alarm?” (M1) Ask: “Who decides what?”",
      "SAY “Which finding would you challenge?”",
      "NOT Do not quote the score as one number.",
      "TEAM 6 · Strained: listen",
      "This describes how work is arranged, as one person sees it.",
      "Reply Report Console",
      "You receive this because",
    ].map((part) => text.indexOf(part));
    expect(order.every((at) => at >= 0)).toBe(true);
    expect(order).toEqual([...order].sort((a, b) => a - b));
  });

  it("goes to those it is given and is never answered to the lead", () => {
    expect(notice.to).toEqual(funnel.sales.recipients);
    expect(notice.replyTo).toBe(funnel.mail.replyTo);
  });

  it("says the same in HTML and in text", () => {
    expect(wordsOfText(notice.text)).toBe(wordsOfHtml(notice.html));
    expect(wordsOfText(reportOnly.text)).toBe(wordsOfHtml(reportOnly.html));
  });

  it("starts a new mail to the lead with Reply, dials the number with its extension, and opens the report", () => {
    const links = [...notice.html.matchAll(/href="([^"]*)"/g)].map((match) => match[1]);
    expect(links).toEqual([
      "tel:+15550100100;ext=12",
      "mailto:jo@aero.example?subject=Your%20Digital%20Readiness%20Report",
      "https://remotesupport.example/r/token",
      "https://remotesupport.example/console/leads/1",
    ]);
  });

  it("leaves out every way to write or call for report only", () => {
    expect(wordsOfText(reportOnly.text)).toContain("CONTACT report only: no outreach WHY");
    expect(reportOnly.html).not.toMatch(/mailto:|tel:|Reply|jo@aero\.example|555/);
    expect(reportOnly.text).toContain("Report https://remotesupport.example/r/token");
  });

  it("begins with what is new about a lead that was told of before", async () => {
    const { text } = await salesNotice({
      ...noticeInput,
      dossier: { ...dossier, news: "Confirmed the address: A, was B." },
    });
    expect(wordsOfText(text)).toContain("4 minutes Confirmed the address: A, was B. Jo Example");
  });

  it("keeps a hostile organization name inside the subject and inside the text", async () => {
    const heading = "B · Łódź\r\nBcc: spy@evil.example <img src=x> & Co 株式会社 · 4 minutes";
    const mail = await salesNotice({ ...noticeInput, dossier: { ...dossier, heading } });
    const parsed = await PostalMime.parse(await composeMime(mail, sent));
    expect(parsed.subject?.replace(/ +/g, " ")).toBe(
      "B · Łódź Bcc: spy@evil.example <img src=x> & Co 株式会社 · 4 minutes",
    );
    expect(parsed.bcc).toBeUndefined();
    expect(mail.html).not.toContain("<img");
  });

  it("loads nothing, carries its step id, and stays small with the longest texts allowed", async () => {
    const email = `${"a".repeat(240)}@aero.example`;
    const long = { ...dossier, heading: "W".repeat(100), who: "M".repeat(200), email };
    const mail = await salesNotice({ ...noticeInput, dossier: long });
    expect(mail.html).not.toMatch(/<img|<script|<link|url\(|@import/i);
    expect(mail.tags.step).toBe("0b9d_sales");
    expect(Buffer.byteLength(mail.html)).toBeLessThan(30_000);
  });
});
