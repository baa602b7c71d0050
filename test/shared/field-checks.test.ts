import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fieldMessages, type TextField, textMistake, typedPeople } from "#shared/field-checks.ts";
import { contactSchema, profileSchema } from "#shared/submission.ts";

const schemas = {
  email: contactSchema.shape.email,
  organisation: contactSchema.shape.organisation,
  name: contactSchema.shape.name,
  phone: contactSchema.shape.phone,
  role: profileSchema.shape.role,
} as const satisfies Record<TextField, unknown>;
const fields = Object.keys(schemas) as TextField[];

function bySchema(field: TextField, text: string): string | null {
  return schemas[field].safeParse(text).error?.issues[0]?.message ?? null;
}

/** Near the borders of the rules far more often than chance would bring them there. */
const typed = fc.oneof(
  fc.string({ maxLength: 90 }),
  fc.string({ unit: "binary", maxLength: 20 }),
  fc.constantFrom("", " ", "a@b", "me@", " a@b.example ", "a@-b.com", "Smith & Sons", "see www.x", "x.com"),
  fc.constantFrom(
    "\u202etxt",
    "a\nb",
    "+1 (555) 010-0000 x12",
    "555-call",
    "x.company",
    "http://x",
    "evil.shop",
    "0301 234 567 89",
    "a@bücher.example",
    "a@b",
  ),
  fc
    .tuple(fc.string({ unit: fc.constantFrom(..."ab.@-+ 1"), maxLength: 12 }), fc.nat({ max: 260 }))
    .map(([text, length]) => `${text}${"a".repeat(length)}`),
  fc.emailAddress(),
);

describe("checks of the form", () => {
  it.each(fields)("say at %s what the API would say", (field) => {
    fc.assert(
      fc.property(typed, (text) => {
        expect(textMistake(field, text)).toBe(bySchema(field, text));
      }),
      { numRuns: 400 },
    );
  });

  it("let through and refuse, so that equality is not silence on both sides", () => {
    expect(textMistake("email", " a@b.example ")).toBeNull();
    expect(textMistake("email", "  ")).toBe("Enter your email address.");
    expect(textMistake("email", "me@")).toBe("Enter an email address like name@company.com.");
    expect(textMistake("organisation", "see www.example")).toBe(
      "Leave out links, addresses and phone numbers.",
    );
    expect(textMistake("name", "")).toBeNull();
    expect(textMistake("phone", "call me")).toContain("digits");
  });

  it("count people as the API does", () => {
    const people = profileSchema.shape.infrastructurePeople;
    for (const text of ["0", " 6 ", "10000", "10001", "-1", "2.5", "six", ""])
      expect(typedPeople(text) !== null, text).toBe(
        people.safeParse(text.trim() === "" ? Number.NaN : Number(text)).success,
      );
    expect(people.safeParse(Number.NaN).error?.issues[0]?.message).toBe(fieldMessages.infrastructurePeople);
  });

  it.each(["industry", "headcount", "region"] as const)("name a missing %s as the API does", (field) => {
    const refused = profileSchema.shape[field].safeParse(undefined);
    expect(refused.error?.issues.map(({ message }) => message)).toEqual([fieldMessages[field]]);
  });
});
