import { describe, expect, it } from "vitest";
import { contactSchema, sourceSchema } from "#shared/submission.ts";

const organisation = (text: string) =>
  contactSchema.safeParse({ email: "jo@example.com", organisation: text });

describe("what a visitor types about themselves", () => {
  it.each([
    "https://evil.example",
    "www.evil.example",
    "evil.shop",
    "Free gift at EVIL．com",
    "bit.ly/x",
    "jo@evil.example",
    "Call +1 (555) 010-0199",
    "Call ５５５０１００１９９",
  ])("may be no way to reach somebody: %s", (text) => {
    expect(organisation(text).error?.issues[0]?.message).toBe(
      "Leave out links, addresses and phone numbers.",
    );
  });

  it.each(["Sample\r\nMRO", "Sample\u2028MRO", "\u202eORM", "Sam\u200bple", "Sample \ud800"])(
    "may hold nothing that cannot be printed: %j",
    (text) => {
      expect(organisation(text).error?.issues[0]?.message).toBe(
        "Remove line breaks and invisible characters.",
      );
    },
  );

  it.each([
    "St.Mary Aero, S.p.A.",
    "Müller & Söhne GmbH",
    "Shenzhen Repair co.ltd",
    "Part 145 / AS9110 (2024)",
    "O'Neil-Łukasz, Ελλάδα",
  ])("may be any name: %s", (text) => {
    expect(organisation(text).data?.organisation).toBe(text);
  });
});

describe("what comes with the address of a page", () => {
  it("is cleaned, never held against the visitor", () => {
    expect(sourceSchema.parse({ page: " /mro\r\n", utm_campaign: "spring\u202e\u0000" })).toEqual({
      page: "/mro",
      utm_campaign: "spring",
    });
  });
});
