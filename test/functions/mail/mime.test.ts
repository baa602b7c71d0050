import fc from "fast-check";
import PostalMime from "postal-mime";
import { describe, expect, it } from "vitest";
import { type MailMessage, MailMessageError } from "#functions/mail/message.ts";
import { composeMime } from "#functions/mail/mime.ts";
import { sent } from "./mail-fixtures.ts";

const message: MailMessage = {
  from: { name: "Remote Support, LLC", address: "reports@remotesupport.example" },
  to: ["jo@aero.example", "al@aero.example"],
  replyTo: "hello@remotesupport.example",
  subject: "Report",
  html: "<p>Grüße — ok</p>",
  text: "Grüße — ok",
  attachments: [],
  headers: { "Auto-Submitted": "auto-generated" },
  tags: {},
};

const headerNames = (mime: Uint8Array) =>
  (Buffer.from(mime).toString("latin1").split("\r\n\r\n")[0] ?? "")
    .split("\r\n")
    .filter((line) => !/^\s/.test(line))
    .map((line) => line.slice(0, line.indexOf(":")));

const plainHeaders = headerNames(await composeMime(message, sent));

describe("composeMime", () => {
  it("is read back by an independent parser as it was given", async () => {
    const parsed = await PostalMime.parse(await composeMime(message, sent));
    expect(parsed).toMatchObject({
      from: { name: "Remote Support, LLC", address: "reports@remotesupport.example" },
      to: [{ address: "jo@aero.example" }, { address: "al@aero.example" }],
      replyTo: [{ address: "hello@remotesupport.example" }],
      subject: "Report",
      messageId: "<step-1@remotesupport.example>",
      date: "2026-11-24T09:30:00.000Z",
    });
    expect(parsed.text?.trim()).toBe(message.text);
    expect(parsed.html?.trim()).toBe(message.html);
  });

  it("gives the same bytes for the same mail, and other boundaries for another id", async () => {
    const bytes = await composeMime(message, sent);
    expect(await composeMime(message, sent)).toEqual(bytes);
    expect(await composeMime(message, { ...sent, messageId: "<step-2@remotesupport.example>" })).not.toEqual(
      bytes,
    );
  });

  it("keeps every line short, in ASCII, ended by CRLF", async () => {
    const mime = Buffer.from(await composeMime({ ...message, html: `<p>${"é".repeat(5000)}</p>` }, sent));
    expect(mime.every((byte) => byte < 128)).toBe(true);
    const lines = mime.toString("latin1").split("\r\n");
    expect(lines.every((line) => line.length <= 998 && !/[\r\n]/.test(line))).toBe(true);
  });

  it("never hides its words in base64, which reads as spam, even in a script without ASCII", async () => {
    const mime = await composeMime(
      { ...message, text: "株式会社".repeat(50), html: "<p>株式会社</p>" },
      sent,
    );
    expect(Buffer.from(mime).toString("latin1")).not.toContain("base64");
  });

  it("lets no subject or sender name add a header, and shows both to the reader on one line", async () => {
    const breaks = fc.constantFrom(
      "\r\n",
      "\n",
      "\r",
      "\u2028",
      "\u0000",
      "\r\nBcc: spy@evil.example\r\n\r\n<p>",
    );
    const typed = fc.array(fc.oneof(fc.string({ unit: "grapheme" }), breaks)).map((parts) => parts.join(""));
    await fc.assert(
      fc.asyncProperty(typed, typed, async (subject, name) => {
        const mime = await composeMime(
          { ...message, subject: `A ${subject} z`, from: { ...message.from, name } },
          sent,
        );
        expect(headerNames(mime)).toEqual(plainHeaders);
        const parsed = await PostalMime.parse(mime);
        expect(parsed.from?.address).toBe(message.from.address);
        expect(parsed.bcc).toBeUndefined();
        expect(parsed.subject ?? "").not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}]/u);
      }),
      { numRuns: 60 },
    );
  });

  it.each([
    ["two addresses in one", { to: ["a@b.example, c@d.example"] }],
    ["a line break in an address", { to: ["a@b.example\r\nBcc: c@d.example"] }],
    ["a display name in an address", { replyTo: "Spy <c@d.example>" }],
    ["no recipient", { to: [] }],
    ["a line break in a header", { headers: { "X-Step-ID": "1\r\nBcc: c@d.example" } }],
    ["a header name that is none", { headers: { "X-Step: a\r\nBcc": "c@d.example" } }],
  ])("refuses %s", async (_, change) => {
    await expect(async () => composeMime({ ...message, ...change }, sent)).rejects.toThrow(MailMessageError);
  });
});
