import { describe, expect, it } from "vitest";
import { type Lead, type LeadAction, reachOf } from "#shared/models/lead.ts";
import { gradeLead } from "#shared/models/lead-grade.ts";
import { leadNeed } from "#shared/models/lead-need.ts";
import { leadPoints } from "#shared/models/lead-points.ts";
import { currentEdition } from "#shared/questions/index.ts";
import { modelFixture } from "./model-cases.ts";

type LeadCase = (typeof modelFixture.leads)[number];

function isAction(act: string): act is LeadAction {
  return Object.hasOwn(leadPoints.intent.actions, act);
}

function leadOf(fixture: LeadCase): Lead {
  const reach = reachOf(fixture.region, { regionsServed: ["us"], regionsReachable: ["eu", "uk"] });
  return { ...fixture, reach, actions: fixture.intent.filter(isAction) };
}

describe("gradeLead", () => {
  it.each(modelFixture.leads.map((lead, index) => ({ ...lead, name: `lead ${index + 1}` })))(
    "gives the expected letter, reasons and outreach to $name",
    (fixture) => {
      expect(gradeLead(leadOf(fixture))).toEqual({ ...fixture.result, outreach: fixture.outreach });
    },
  );
});

describe("leadNeed", () => {
  it.each(modelFixture.cases)("counts flags, band, level and provider steps of: $name", (model) => {
    expect(leadNeed(currentEdition, model.answers, model)).toEqual(model.need);
  });
});
