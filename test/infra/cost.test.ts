import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { root } from "../../infra/aws/bundles.ts";
import { memory } from "../../infra/aws/funnel-functions.ts";
import { costOf, costPage, total } from "../../infra/cost/cost-page.ts";
import { prices } from "../../infra/cost/prices.ts";
import { quotasAt } from "../../infra/cost/quotas.ts";
import { assumptions, monthOf, usageSchema } from "../../infra/cost/usage.ts";
import { resourcesOf, synthesized, valuesOf } from "./synthesized.ts";

const read = (file: string) => readFileSync(path.join(root, file), "utf8");
const usage = usageSchema.parse(JSON.parse(read("infra/cost/usage.json")));
const dollars = (leads: number, free = true) => total(costOf(monthOf(usage, leads, memory), free));

describe("the cost page", () => {
  it("is what the measured figures and the prices make today (npm run cost)", () => {
    expect(read("infra/aws/cost.md")).toBe(costPage(usage, memory));
  });

  it("keeps to less than a dollar idle and two dollars for a thousand leads", () => {
    expect(dollars(0)).toBeLessThan(1);
    expect(dollars(1_000)).toBeLessThan(2);
  });

  it("charges nothing below what is free, and everything without it", () => {
    const { queueRequests } = costOf({ queueRequests: prices.queueRequests.free + 1_000_000 }, true);
    expect(queueRequests).toBeCloseTo(0.4);
    expect(dollars(1_000, false)).toBeGreaterThan(dollars(1_000));
  });

  it("counts the secrets, alarms and dashboards that the stack has", () => {
    const template = synthesized(valuesOf("prod"));
    const number = (type: string) => Object.keys(resourcesOf(template, type)).length;
    expect(number("AWS::SecretsManager::Secret")).toBe(assumptions.secrets);
    expect(number("AWS::CloudWatch::Alarm")).toBe(assumptions.alarms);
    expect(number("AWS::CloudWatch::Dashboard")).toBe(assumptions.dashboards);
  });

  it("names the limit that binds first, and grows with the leads", () => {
    const [few] = quotasAt(usage, 1_000, assumptions.visitsPerLead);
    const [many] = quotasAt(usage, 1_000_000, assumptions.visitsPerLead);
    expect((few?.needed ?? 0) / (few?.limit ?? 1)).toBeLessThan(1);
    expect((many?.needed ?? 0) / (many?.limit ?? 1)).toBeGreaterThan(1);
  });
});
