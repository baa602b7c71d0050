import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { config } from "../../site/src/brand/brand-config.ts";
import { landingSchema } from "../../site/src/content/landing-schema.ts";
import { fillSlots, unknownSlots } from "../../site/src/content/landing-slots.ts";

const page = {
  industry: "aviation",
  title: "A campaign page",
  description: "A page for one campaign, long enough that a search engine can show what it is about.",
  headline: "What can you still {returnToService}?",
  line: "One line.",
  pains: [
    { title: "First.", text: "Text." },
    { title: "Second.", text: "Text." },
  ],
  shown: { kind: "plan", sample: "aviation", heading: "A plan", caption: "Sample, not a customer." },
  rulesHeading: "Rules",
  ruleIds: [],
  proofs: ["A proof."],
  staysYours: "Everything.",
  button: "Start",
};

function mistakes(change: Record<string, unknown>): string[] {
  const result = landingSchema.safeParse({ ...page, ...change });
  return result.success
    ? []
    : result.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
}

describe("a landing page file", () => {
  it("fills its slots from the brand's configuration", () => {
    expect(landingSchema.parse(page).headline).toMatch(/^What can you still (return to service|release)\?$/);
    expect(fillSlots("Stored in {storageRegion}.")).toBe(`Stored in ${config.privacy.storageRegion}.`);
  });

  it("is refused with the field named when something is missing or misspelled", () => {
    expect(mistakes({ headline: undefined })).toEqual([expect.stringMatching(/^headline: /)]);
    expect(mistakes({ industry: "shipping" })).toEqual([expect.stringMatching(/^industry: /)]);
    expect(mistakes({ buton: "Start" })).toEqual([expect.stringContaining("buton")]);
    expect(mistakes({ pains: [{ title: "Only one.", text: "Text." }] })).toEqual([
      expect.stringMatching(/^pains: /),
    ]);
  });

  it("is refused when it names a rule or question that the edition does not have", () => {
    expect(mistakes({ ruleIds: ["AV-99"] })).toEqual([expect.stringMatching(/^ruleIds\.0: /)]);
    const shown = { kind: "question", questionId: "B99", heading: "One question", caption: "A caption." };
    expect(mistakes({ shown })).toEqual([expect.stringMatching(/^shown\.questionId: /)]);
  });

  it("is refused when a slot has no source", () => {
    expect(unknownSlots("{returnToService} {salary}")).toEqual(["salary"]);
    expect(mistakes({ line: "Costs {salary}." })).toEqual([
      "line: {salary} is no slot; use {returnToService}, {storageRegion}, {accessRoles}",
    ]);
  });

  it("is refused when it claims what only an authority can grant", () => {
    expect(mistakes({ proofs: ["You will be certified."] })).toEqual([
      "proofs.0: must not say compliant, certified or guaranteed",
    ]);
  });

  it("is refused when a search engine would cut its description", () => {
    expect(mistakes({ description: "Too short." })).toEqual([expect.stringMatching(/^description: /)]);
    expect(mistakes({ description: "x".repeat(161) })).toEqual([expect.stringMatching(/^description: /)]);
  });
});

describe("the landing pages of this site", () => {
  it.each(["aviation-mro", "testing-labs", "export-compliance"])(
    "%s offers no way around its industry",
    (id) => {
      const text = readFileSync(
        new URL(`../../site/src/content/landing/${id}.yaml`, import.meta.url),
        "utf8",
      );
      expect(text).toMatch(/^industry: (aviation|laboratory|export)$/m);
      expect(text).toMatch(/^menu: /m);
    },
  );
});
