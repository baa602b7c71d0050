import { describe, expect, it } from "vitest";
import { unprintable, unprintableMessage } from "#shared/printable-letters.ts";
import { contactSchema, profileSchema } from "#shared/submission.ts";

const organisationOf = (organisation: string) =>
  contactSchema.safeParse({ email: "a@company.example", organisation });

describe("letters that the report cannot print", () => {
  it.each([
    "Škoda Łódź",
    "Αεροπορία Ελλάδος",
    "Авіакомпанія Київ",
    "Nguyễn Văn Ánh",
    "Nº 5 – ½ & Söhne™ “Čapek”",
    "ＡＣＭＥ ﬁne",
    "Zu\u0308rich",
    "soft\u00adhyphen, zero\u200bwidth",
  ])("are none in %s", (text) => {
    expect(unprintable(text)).toEqual([]);
  });

  it.each([
    ["株式会社 Acme", ["株", "式", "会", "社"]],
    ["שלום", ["ש", "ל", "ו", "ם"]],
    ["Acme 🚀 🚀", ["🚀"]],
    ["👩‍🚀 and 👍🏿 and 🇩🇪", ["👩‍🚀", "👍🏿", "🇩🇪"]],
    ["x\u030c", ["x\u030c"]],
    ["Ḑ", ["Ḑ"]],
  ])("are told from the others, each once and with its marks: %s", (text, signs) => {
    expect(unprintable(text)).toEqual(signs);
  });

  it("are named in a sentence that says what to do, however many there are", () => {
    expect(unprintableMessage("Acme")).toBeNull();
    expect(unprintableMessage("Acme 🚀")).toBe(
      "The report cannot print “🚀”. Replace it or leave it out: Latin, Greek and Cyrillic letters can be printed, with most accents.",
    );
    expect(unprintableMessage("日本航空株")).toMatch(
      /^The report cannot print “日”, “本”, “航” and 2 more\. Replace them/,
    );
  });
});

describe("what is printed on the report", () => {
  it("is refused with those letters named: organization and role", () => {
    expect(organisationOf("株式会社").error?.issues[0]?.message).toContain("cannot print “株”");
    const role = profileSchema.shape.role.safeParse("研究");
    expect(role.error?.issues[0]?.message).toContain("cannot print “研”");
  });

  it.each(["\u00ad", "!!!", " "])("needs a name with a letter or digit: %j", (name) => {
    expect(organisationOf(name).error?.issues[0]?.message).toBe("Enter your organization's name.");
  });

  it("does not keep a person's own name from being written as it is", () => {
    const contact = { email: "a@company.example", organisation: "Acme", name: "山田太郎" };
    expect(contactSchema.safeParse(contact).success).toBe(true);
  });
});
