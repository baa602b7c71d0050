import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { industries } from "#shared/edition.ts";
import { roles } from "#shared/profile.ts";
import { currentEdition } from "#shared/questions/index.ts";
import { formOutline } from "#shared/views/form/form-outline.ts";
import type { FormValues } from "#shared/views/form/form-state.ts";
import {
  answersInFile,
  answersInLink,
  carriedValues,
  fileWith,
  linkWith,
} from "../../site/src/scripts/assessment/carried-answers.ts";
import { refusal } from "../../site/src/scripts/assessment/open-answers.ts";

const outline = formOutline(currentEdition);
const page = "https://site.example/assessment?industry=export&utm_source=mail#step=records";

function offers(field: string, value: string): boolean {
  if (field === "industry") return industries.some((industry) => industry === value);
  if (field === "role") return roles.some(({ id }) => id === value);
  const question = currentEdition.questions.find(({ id }) => id === field);
  return value === "na" ? question?.naLabel != null : /^([0-3]|unknown)$/.test(value);
}

const hashOf = (values: FormValues) => new URL(linkWith(page, outline, values)).hash;
const inLink = (hash: string) => answersInLink(outline, hash, offers);
const inFile = (text: string) => answersInFile(outline, text, offers);
const textOf = (values: FormValues) => fileWith(outline, values, "2026-11-25").text;

const some: FormValues = {
  industry: "aviation",
  infrastructurePeople: "6",
  role: "it-lead",
  M1: "2",
  B2: "unknown",
  P3: "na",
};
const about: FormValues = {
  email: "me@x.example",
  organisation: "Acme",
  name: "N",
  phone: "1",
  benchmark: "on",
  utm_source: "mail",
  page: "/method",
};

/** Any set of answers the form can hold. */
const anyValues = fc
  .record({
    industry: fc.constantFrom("", ...industries),
    infrastructurePeople: fc.constantFrom("", "0", "6", "10000"),
    role: fc.constantFrom("", ...roles.map(({ id }) => id)),
    answers: fc.array(fc.constantFrom("", "0", "1", "2", "3", "unknown"), {
      minLength: outline.questions.length,
      maxLength: outline.questions.length,
    }),
  })
  .map(({ answers, ...profile }): FormValues => {
    const all = {
      ...profile,
      ...Object.fromEntries(outline.questions.map(({ id }, at) => [id, answers[at] ?? ""])),
    };
    return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== ""));
  });

describe("answers carried to another device", () => {
  it("come back as they were, by link and by file", () => {
    fc.assert(
      fc.property(anyValues, (values) => {
        expect(inLink(hashOf(values))).toEqual({ kind: "answers", values });
        expect(inFile(textOf(values))).toEqual({ kind: "answers", values });
      }),
      { numRuns: 100 },
    );
  });

  it("never carry who the visitor is, what was agreed to, or the campaign", () => {
    expect(carriedValues(outline, { ...some, ...about })).toEqual(some);
    expect(linkWith(page, outline, { ...some, ...about })).toBe(linkWith(page, outline, some));
    expect(textOf({ ...some, ...about })).toBe(textOf(some));
  });

  it("stand after the hash of the link, which stays short", () => {
    const full = Object.fromEntries(outline.questions.map(({ id }) => [id, "1"]));
    const link = new URL(linkWith(page, outline, { ...some, ...full }));
    expect(link.search).toBe("");
    expect(link.href.length).toBeLessThan(160);
  });

  it("are refused from a link that was cut off anywhere, or changed", () => {
    const hash = hashOf(some);
    for (let length = "#resume=".length; length < hash.length; length += 1)
      expect(inLink(hash.slice(0, length)).kind, hash.slice(0, length)).not.toBe("answers");
    expect(inLink(hash.replace("aviation", "banking")).kind).toBe("damaged");
    expect(inLink(`${hash}9`).kind).toBe("damaged");
  });

  it("are refused from another edition, which is named", () => {
    expect(inLink(hashOf(some).replace("2026-1", "2027-1"))).toEqual({ kind: "edition", edition: "2027-1" });
    const later = inFile(textOf(some).replace('"2026-1"', '"2027-1"'));
    expect(later).toEqual({ kind: "edition", edition: "2027-1" });
    expect(refusal(later, "file", "2026-1")).toContain("edition 2027-1");
  });

  it("are refused from files that are not ours, broken, or hold what the form does not offer", () => {
    expect(["", "{", "[]", "null", '{"answers":{}}'].map((text) => inFile(text).kind)).toEqual(
      Array(5).fill("foreign"),
    );
    expect(inFile(textOf(some).replace('"M1": "2"', '"M1": "5"')).kind).toBe("damaged");
    expect(inFile(textOf(some).replace('"M1"', '"email"')).kind).toBe("damaged");
    expect(inFile('{"format":"digital-readiness-answers","edition":"2026-1"}').kind).toBe("damaged");
    expect(refusal({ kind: "foreign" }, "file", "2026-1")).toContain("digital-readiness-answers");
  });

  it("go into a file that is named for what it is", () => {
    expect(fileWith(outline, some, "2026-11-25").name).toBe(
      "digital-readiness-answers-2026-1-saved-2026-11-25.json",
    );
    expect(JSON.parse(textOf(some))).toMatchObject({
      edition: "2026-1",
      profile: { infrastructurePeople: "6" },
    });
  });
});
