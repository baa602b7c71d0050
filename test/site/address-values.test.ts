import { describe, expect, it } from "vitest";
import { formOutline } from "#shared/views/form/form-outline.ts";
import { answersFromAddress, valuesFromAddress } from "../../site/src/scripts/assessment/source.ts";
import { sourceInAddress } from "../../site/src/scripts/visit-source.ts";
import { smallEdition } from "./small-edition.ts";

const assessment = "https://site.example/assessment";
const outline = formOutline(smallEdition);

describe("answers in the address of the assessment", () => {
  it("stand after the hash, and never in the part a server sees", () => {
    expect(answersFromAddress(outline, "#M1=2&B1=unknown")).toEqual({ M1: "2", B1: "unknown" });
    expect(valuesFromAddress(`${assessment}?M1=2`, {})).toEqual({});
  });

  it("are those a question offers, and nothing else", () => {
    expect(answersFromAddress(outline, "#M1=7&ZZ9=1&email=a&step=records")).toEqual({});
  });
});

describe("where a visit comes from", () => {
  it("is the first page and the campaign its address names", () => {
    const address = `${assessment}?industry=aviation&utm_source=mail&utm_medium=%20x%20&other=1`;
    expect(sourceInAddress(address, "/assessment")).toEqual({
      page: "/assessment",
      utm_source: "mail",
      utm_medium: "x",
    });
  });

  it("names no private page, whose address holds a token", () => {
    expect(sourceInAddress("https://site.example/r/token", null)).toEqual({});
  });

  it("fills in the form, with the industry the address names", () => {
    const source = { page: "/aviation-mro", utm_campaign: "spring" };
    expect(valuesFromAddress(`${assessment}?industry=export`, source)).toEqual({
      industry: "export",
      ...source,
    });
    expect(
      valuesFromAddress(`${assessment}?industry=banking&page=https://elsewhere.example`, source),
    ).toEqual(source);
    expect(valuesFromAddress(`${assessment}?page=/method`, source).page).toBe("/method");
  });
});
