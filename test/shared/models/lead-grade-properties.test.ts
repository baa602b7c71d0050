import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { headcounts, industries } from "#shared/edition.ts";
import type { Lead, LeadAction } from "#shared/models/lead.ts";
import { gradeLead } from "#shared/models/lead-grade.ts";
import type { Band, ReadinessLevel } from "#shared/scoring/scorecard.ts";
import { seed } from "../scoring/random-assessments.ts";

const runs = { seed, numRuns: 2000 };

const actions: readonly LeadAction[] = ["confirmed", "consent", "booking", "what-if", "export"];
const bands: readonly Band[] = ["Sustainable", "Watch", "Strained", "Unsustainable"];
const levels: readonly ReadinessLevel[] = ["Proven", "Resilient", "Managed", "Reactive", "Exposed"];

const leads: fc.Arbitrary<Lead> = fc.record({
  industry: fc.constantFrom(...industries),
  headcount: fc.constantFrom(...headcounts),
  infrastructurePeople: fc.option(fc.integer({ min: 0, max: 40 })),
  role: fc.constantFrom("decides" as const, "runs" as const, "other" as const),
  reach: fc.constantFrom("served" as const, "reachable" as const, "other" as const),
  need: fc.record({
    flags: fc.integer({ min: 0, max: 9 }),
    band: fc.option(fc.constantFrom(...bands)),
    level: fc.option(fc.constantFrom(...levels)),
    yes: fc.integer({ min: 0, max: 8 }),
    shared: fc.integer({ min: 0, max: 12 }),
  }),
  actions: fc.subarray([...actions]),
  reportOnly: fc.boolean(),
  phone: fc.boolean(),
});

function expectNoWorse(lead: Lead, changed: Lead) {
  expect(gradeLead(changed).grade <= gradeLead(lead).grade).toBe(true);
}

describe("gradeLead, for any lead", () => {
  it("never lowers the letter for another action", () => {
    fc.assert(
      fc.property(leads, fc.constantFrom(...actions), (lead, action) => {
        expectNoWorse(lead, { ...lead, actions: [...lead.actions, action] });
      }),
      runs,
    );
  });

  it("never lowers the letter for another flag or another step a provider can run or share", () => {
    fc.assert(
      fc.property(
        leads,
        fc.constantFrom("flags" as const, "yes" as const, "shared" as const),
        (lead, more) => {
          expectNoWorse(lead, { ...lead, need: { ...lead.need, [more]: lead.need[more] + 1 } });
        },
      ),
      runs,
    );
  });

  it("never lowers the letter for a worse band or a lower level", () => {
    fc.assert(
      fc.property(leads, ({ need, ...lead }) => {
        const worseBand = need.band && bands[bands.indexOf(need.band) + 1];
        const lowerLevel = need.level && levels[levels.indexOf(need.level) + 1];
        if (worseBand) expectNoWorse({ ...lead, need }, { ...lead, need: { ...need, band: worseBand } });
        if (lowerLevel) expectNoWorse({ ...lead, need }, { ...lead, need: { ...need, level: lowerLevel } });
      }),
      runs,
    );
  });

  it("gives the same letter with or without a phone number and the wish for the report only", () => {
    fc.assert(
      fc.property(leads, fc.boolean(), fc.boolean(), (lead, phone, reportOnly) => {
        expect(gradeLead({ ...lead, phone, reportOnly }).grade).toBe(gradeLead(lead).grade);
      }),
      runs,
    );
  });

  it("gives an A to confirmed addresses of some fit only", () => {
    fc.assert(
      fc.property(leads, (lead) => {
        const { grade, fit } = gradeLead(lead);
        if (grade === "A") expect(lead.actions.includes("confirmed") && fit >= 24).toBe(true);
      }),
      runs,
    );
  });

  it("counts an action once however often it happened", () => {
    fc.assert(
      fc.property(leads, (lead) => {
        expect(gradeLead({ ...lead, actions: [...lead.actions, ...lead.actions] })).toEqual(gradeLead(lead));
      }),
      runs,
    );
  });

  it("reaches out to a report-only lead only once they ask for a meeting from a confirmed address", () => {
    fc.assert(
      fc.property(leads, (lead) => {
        const asked = lead.actions.includes("booking") && lead.actions.includes("confirmed");
        expect(gradeLead({ ...lead, reportOnly: true }).outreach === "none").toBe(!asked);
      }),
      runs,
    );
  });
});
