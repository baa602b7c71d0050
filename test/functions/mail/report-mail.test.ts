import fc from "fast-check";
import PostalMime from "postal-mime";
import { describe, expect, it } from "vitest";
import { confirmationMail } from "#functions/mail/confirmation-mail.tsx";
import { MailMessageError } from "#functions/mail/message.ts";
import { composeMime } from "#functions/mail/mime.ts";
import { reportMail } from "#functions/mail/report-mail.tsx";
import { confirmationInput, funnel, reportInput, sent, wordsOfHtml, wordsOfText } from "./mail-fixtures.ts";

const report = await reportMail(reportInput);
const confirmation = await confirmationMail(confirmationInput);
const requested = [
  {
    name: "report mail",
    mail: report,
    stepId: "0b9d_report",
    compose: (typed: object) => reportMail({ ...reportInput, ...typed }),
  },
  {
    name: "confirmation mail",
    mail: confirmation,
    stepId: "0b9d_confirmation",
    compose: (typed: object) => confirmationMail({ ...confirmationInput, ...typed }),
  },
];

describe("the report mail", () => {
  it("says what day 0 says, word for word", () => {
    expect(report.subject).toBe("Your Digital Readiness Report");
    expect(wordsOfText(report.text)).toBe(
      "Remote Support LLC " +
        "Your report opens at the private link below; anyone holding the link can read it. " +
        "Start with page 2 (one decision) and page 4 (order of work). If an answer was a guess, see there what it changes. " +
        "Not yours? Press “Not me” there and nothing follows. Open the report " +
        "You receive this because this address was entered at remotesupport.example on November 24, 2026. " +
        `Remote Support LLC, ${funnel.brand.postalAddress} Neither a CMMC assessment nor legal advice.`,
    );
  });

  it("names no score, band, flag or level", () => {
    expect(report.text).not.toMatch(
      /readiness \d|score|sustainab|strained|watch|exposed|reactive|managed|red flag|TSR/i,
    );
  });

  it("has one link, the private one", () => {
    expect([...report.html.matchAll(/href="([^"]*)"/g)].map((match) => match[1])).toEqual([
      reportInput.reportUrl,
    ]);
  });

  it("prints no disclaimer where there is none", async () => {
    const mail = await reportMail({ ...reportInput, industryDisclaimer: "" });
    expect(mail.text.trimEnd().endsWith(funnel.brand.postalAddress)).toBe(true);
  });

  it("carries the PDF byte for byte", async () => {
    const parsed = await PostalMime.parse(await composeMime(report, sent));
    const [pdf] = parsed.attachments;
    expect(parsed.attachments).toHaveLength(1);
    expect(pdf).toMatchObject({ filename: "digital-readiness-report.pdf", mimeType: "application/pdf" });
    expect(Buffer.from(pdf?.content as ArrayBuffer).equals(Buffer.from(reportInput.pdf))).toBe(true);
  });
});

describe("the confirmation mail", () => {
  it("asks for one button press behind one link and attaches nothing", () => {
    expect(confirmation.subject).toBe("Press one button to get your report");
    expect(confirmation.text).toContain("Opening the page alone changes nothing.");
    expect([...confirmation.html.matchAll(/href="([^"]*)"/g)].map((match) => match[1])).toEqual([
      confirmationInput.confirmUrl,
    ]);
    expect(confirmation.attachments).toEqual([]);
  });
});

describe.each(requested)("the $name", ({ mail, stepId, compose }) => {
  it("says the same in HTML and in text", () => {
    expect(wordsOfText(mail.text)).toBe(wordsOfHtml(mail.html));
  });

  it("is the same whatever the visitor typed", async () => {
    const contact = fc.record({
      organisation: fc.string(),
      name: fc.string(),
      phone: fc.string(),
      role: fc.string(),
    });
    await fc.assert(
      fc.asyncProperty(contact, async (typed) => {
        expect(await compose(typed)).toEqual(mail);
      }),
      { numRuns: 10 },
    );
  });

  it("says why it came and from which postal address", () => {
    expect(mail.text).toContain("You receive this because this address was entered at remotesupport.example");
    expect(mail.text).toContain(`${funnel.brand.name}, ${funnel.brand.postalAddress}`);
  });

  it("carries its step id as header and tag, and no list to leave", async () => {
    const { headers } = await PostalMime.parse(await composeMime(mail, sent));
    expect(headers.find(({ key }) => key === "x-step-id")?.value).toBe(stepId);
    expect(headers.find(({ key }) => key === "auto-submitted")?.value).toBe("auto-generated");
    expect(headers.filter(({ key }) => key.startsWith("list-"))).toEqual([]);
    expect(mail.tags.step).toBe(stepId);
  });

  it("is far from the size at which mail readers cut off", () => {
    expect(Buffer.byteLength(mail.html)).toBeLessThan(20_000);
  });

  it("loads nothing from anywhere", () => {
    expect(mail.html).not.toMatch(/<img|<script|<link|url\(|@import/i);
  });
});

it("a step id that cannot be a tag is refused", async () => {
  await expect(reportMail({ ...reportInput, stepId: "a b\r\nBcc: x" })).rejects.toThrow(MailMessageError);
});
