import { describe, expect, it } from "vitest";
import { owedStep, type Step } from "#functions/store/assessment-item.ts";
import { leadMessage } from "#functions/webhooks/lead-messages.ts";
import { currentEdition } from "#shared/questions/index.ts";
import { score } from "#shared/scoring/score.ts";
import { leadEventSchema } from "#shared/webhooks/lead-event.ts";
import { storedLead } from "../leads/stored-lead.ts";
import { testConfig } from "../test-app.ts";

const at = "2030-06-12T12:05:00.000Z";
const step = (number: number): Step => ({
  ...owedStep("webhook-changed", new Date(at)),
  event: { number, at },
});
const reportUrl = "https://readiness.example/r/token";
const message = (assessment = storedLead(), number = 1) =>
  leadMessage({ assessment, step: step(number), config: testConfig, reportUrl });
const dataOf = (assessment = storedLead()) => JSON.parse(message(assessment).body).data;

describe("the message about a lead", () => {
  it("is what the published schema says, with the time of the event and the lead as it is now", () => {
    const lead = storedLead({ status: "contacted", actions: { confirmed: at } });
    const event = leadEventSchema.parse(JSON.parse(message(lead).body));
    expect(event).toEqual(JSON.parse(message(lead).body));
    expect(event).toMatchObject({
      type: "lead.changed",
      version: 1,
      timestamp: at,
      data: {
        id: lead.id,
        status: "contacted",
        grade: "A",
        confirmed: true,
        organisation: "Sample MRO",
        reportUrl,
      },
    });
  });

  it("keeps its id over retries, and has another one for the next change", () => {
    const { id } = storedLead();
    expect(message(storedLead(), 1).id).toBe(`${id}_changed_1`);
    expect(message(storedLead({ status: "won" }), 1).id).toBe(`${id}_changed_1`);
    expect(message(storedLead(), 2).id).toBe(`${id}_changed_2`);
  });

  it("names no way to reach who asked for the report only, or for no mail at all", () => {
    const reportOnly = storedLead();
    reportOnly.consent.reportOnly = true;
    expect(dataOf(reportOnly)).toMatchObject({ outreach: "none", email: null, phone: null });
    expect(dataOf(storedLead({ grade: null }))).toMatchObject({
      outreach: "none",
      grade: null,
      gradeReasons: [],
      email: null,
    });
    expect(dataOf()).toMatchObject({ outreach: "write once", email: "jo@aero.example", phone: null });
  });

  it("says the load band from five people only, and no answer and no number about people ever", () => {
    const lead = storedLead();
    expect(dataOf(lead).loadBand).toBe("Unsustainable");
    const small = storedLead();
    small.profile.infrastructurePeople = 4;
    small.scorecard = score(currentEdition, small.answers, small.profile);
    expect(small.scorecard.band).not.toBeNull();
    expect(dataOf(small).loadBand).toBeNull();
    expect(Object.keys(dataOf(lead))).not.toEqual(expect.arrayContaining(["answers"]));
    expect(message(lead).body).not.toMatch(/tsr|causes|salary/);
  });
});
