import { describe, expect, it } from "vitest";
import { planItems } from "#shared/report/plan-page.ts";
import type { Report } from "#shared/report/report.ts";
import { goldenNames, goldenReport } from "./golden-report.ts";

const aviation = "MRO, everything answered";

function reasonOf(name: string, recommendationId: string, variant: Report["variant"] = "full") {
  const items = planItems(goldenReport(name, { variant }).plan);
  return items.find((item) => item.recommendationId === recommendationId)?.reason;
}

describe("the reason of a step", () => {
  it.each(goldenNames)("is a sentence of its own for every step: %s", (name) => {
    for (const variant of ["full", "without-people"] as const)
      for (const { reason } of planItems(goldenReport(name, { variant }).plan))
        expect(reason).toMatch(/^(?:Because|Confirm first:|Next step beyond) .+\.$/);
  });

  it("quotes the answers that call for it, with their questions", () => {
    expect(reasonOf(aviation, "R18")).toMatch(/^Because you answered “.+” to “.+”\.$/);
  });

  it("names the cause where no single answer calls for it", () => {
    expect(reasonOf(aviation, "R21")).toMatch(/^Because 24\/7 on-call culture stands at \d+ of 100\.$/);
    expect(reasonOf("export firm, two overall caps", "R30")).toMatch(
      /^Because Team Sustainability Risk stands at \d+ of 100\.$/,
    );
  });

  it("says who can answer where only an unknown calls for it", () => {
    expect(reasonOf("laboratory with unknowns and nobody contacted outside working hours", "R04")).toBe(
      "Confirm first: IT lead can answer “How fast are critical firewall and VPN updates installed?”.",
    );
  });

  it("names the answer a next step leads beyond", () => {
    expect(reasonOf("core path only, everything at level 2: next steps fill the list", "R04")).toMatch(
      /^Next step beyond “.+” to “How fast are critical firewall and VPN updates installed\?”\.$/,
    );
  });

  it("quotes no answer on people in the version to share, and says that something is left out", () => {
    expect(reasonOf(aviation, "R11", "without-people")).toBe(
      "Because answers that this shortened version leaves out call for it.",
    );
  });
});
