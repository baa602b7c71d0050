import { describe, expect, it } from "vitest";
import { valuesFromAddress } from "../../site/src/scripts/assessment/source.ts";

const assessment = "https://site.example/assessment";

describe("values in the address of the assessment", () => {
  it("takes an answer that stands after the hash", () => {
    expect(valuesFromAddress(`${assessment}?industry=export#EXP2=1`, "")).toEqual({
      industry: "export",
      EXP2: "1",
    });
    expect(valuesFromAddress(`${assessment}#M1=unknown`, "")).toEqual({ M1: "unknown" });
  });

  it("leaves out answers that no question offers", () => {
    expect(valuesFromAddress(`${assessment}#M1=7&XX=2&email=a`, "")).toEqual({});
  });

  it("never takes an answer from the part a server sees", () => {
    expect(valuesFromAddress(`${assessment}?M1=2`, "")).toEqual({});
  });
});
