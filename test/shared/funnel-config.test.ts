import { describe, expect, it } from "vitest";
import config from "#config";
import { contrastRatio } from "#shared/brand/contrast.ts";
import { FunnelConfigError, parseFunnelConfig } from "#shared/funnel-config.ts";

type Draft = Record<string, Record<string, unknown>>;

/** The configuration with one change made to a copy. */
function changed(change: (draft: Draft) => void): unknown {
  const draft = structuredClone(config) as unknown as Draft;
  change(draft);
  return draft;
}

function problems(input: unknown): string {
  try {
    parseFunnelConfig(input);
    return "";
  } catch (error) {
    if (!(error instanceof FunnelConfigError)) throw error;
    return error.message;
  }
}

function set(section: string, field: string, value: unknown): unknown {
  return changed((draft) => {
    const part = draft[section];
    if (part) part[field] = value;
  });
}

describe("the configuration file", () => {
  it("is accepted as it ships", () => {
    expect(problems(config)).toBe("");
  });

  it.each([
    ["a wrong address", set("mail", "reportFrom", "reports"), "mail.reportFrom", '"reports"'],
    ["a missing field", set("brand", "postalAddress", undefined), "brand.postalAddress", "received nothing"],
    ["a misspelled field", set("sales", "recipient", "x"), "sales: Unrecognized key", "recipient"],
    ["an unknown region", set("sales", "regionsServed", ["mars"]), "sales.regionsServed.0", '"mars"'],
    [
      "a slash too many",
      set("brand", "siteUrl", "https://a.example/"),
      "brand.siteUrl: must not end with /",
      "https://a.example/",
    ],
    ["markup in a name", set("brand", "name", "A <b>"), "brand.name: must be one line", "<b>"],
    ["a letter that no font has", set("brand", "name", "Aero 株"), "brand.name: must be without 株", "Aero"],
    ["nobody to tell", set("sales", "recipients", []), "sales.recipients: name at least one", "[]"],
    ["a count out of range", set("privacy", "retentionMonths", 0), "privacy.retentionMonths", "received 0"],
    [
      "one address for both kinds of mail",
      set("mail", "followUpFrom", config.mail.reportFrom),
      "mail.followUpFrom: must differ",
      "",
    ],
  ])("names field, expectation and what was found for %s", (_, input, field, received) => {
    expect(problems(input)).toContain(field);
    expect(problems(input)).toContain(received);
  });

  it("refuses colors that cannot be read, naming the pair", () => {
    const pale = changed((draft) => {
      const colors = draft.brand?.colors as { light: Record<string, string> };
      colors.light.muted = "#B8B8B8";
    });
    expect(problems(pale)).toMatch(/light\.muted on light\.paper has contrast \d\.\d\d, needs 4\.5/);
  });

  it("names every mistake at once", () => {
    const lines = problems(
      changed((draft) => {
        if (draft.mail) draft.mail.replyTo = "x";
        if (draft.limits) draft.limits.submissionsPerSourcePerHour = 0;
      }),
    ).split("\n");
    expect(lines).toHaveLength(3);
  });
});

describe("contrast", () => {
  it("is 21 for black on white, 1 for a color on itself, and the same both ways", () => {
    expect(contrastRatio("#000000", "#ffffff")).toBeCloseTo(21, 5);
    expect(contrastRatio("#0B5563", "#0B5563")).toBe(1);
    expect(contrastRatio("#0B5563", "#ffffff")).toBe(contrastRatio("#ffffff", "#0B5563"));
  });

  it("agrees with a published pair", () => {
    expect(contrastRatio("#767676", "#ffffff")).toBeCloseTo(4.54, 2);
  });
});
