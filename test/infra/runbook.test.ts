import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { metricNames, metricNamespace } from "#functions/metrics.ts";
import { root } from "../../infra/aws/bundles.ts";
import { resourcesOf, synthesized, valuesOf } from "./synthesized.ts";

const template = synthesized(valuesOf("prod"));
const alarms = Object.values(resourcesOf(template, "AWS::CloudWatch::Alarm")).map(
  ({ Properties }) => Properties,
);
const names = alarms.map(({ AlarmName }) => String(AlarmName).replace(/^Funnel-/, ""));
const runbook = readFileSync(path.join(root, "infra/runbook.md"), "utf8");
const articles = runbook.split(/^## /m).slice(1);

describe("the runbook", () => {
  it("has an article for each alarm, and none for an alarm that is gone", () => {
    expect(articles.map((article) => article.split("\n")[0]).sort()).toEqual([...names].sort());
  });

  it("says in each what to do, step by step", () => {
    for (const article of articles) expect(article).toMatch(/^1\. /m);
  });

  it("links to articles and files that are there", () => {
    for (const [, name] of runbook.matchAll(/\]\(#([\w-]+)\)/g)) expect(names).toContain(name);
    for (const [, file = ""] of runbook.matchAll(/`(infra\/[\w./-]+\.(?:md|ts))`/g))
      expect(() => readFileSync(path.join(root, file))).not.toThrow();
  });
});

describe("the alarms", () => {
  it("are ten at most: so many are free of charge", () => {
    expect(names.length).toBeLessThanOrEqual(10);
    expect(metricNames.length).toBeLessThanOrEqual(10);
  });

  it("tell the recipients when they go off and when they end", () => {
    for (const { AlarmActions, OKActions } of alarms) {
      expect(AlarmActions).toHaveLength(1);
      expect(OKActions).toEqual(AlarmActions);
    }
    template.hasResourceProperties("AWS::SNS::Subscription", {
      Protocol: "email",
      Endpoint: "operator@acme.com",
    });
  });

  it("look at numbers that the functions write", () => {
    const own = alarms.filter(({ Namespace }) => Namespace === metricNamespace);
    expect(own.length).toBeGreaterThan(1);
    for (const { MetricName, Dimensions } of own) {
      expect(metricNames).toContain(MetricName);
      expect(Dimensions).toEqual([{ Name: "service", Value: "Funnel" }]);
    }
  });

  it("go off when the sweep falls silent", () => {
    const overdue = alarms.find(({ AlarmName }) => AlarmName === "Funnel-steps-overdue");
    expect(overdue).toMatchObject({ TreatMissingData: "breaching", EvaluationPeriods: 3 });
  });
});

describe("the dashboard", () => {
  it("tells the story with no more metrics than are free of charge", () => {
    const [dashboard] = Object.values(resourcesOf(template, "AWS::CloudWatch::Dashboard"));
    const body = JSON.stringify(dashboard?.Properties.DashboardBody);
    for (const name of metricNames.filter((one) => one !== "RequestsFailed")) expect(body).toContain(name);
    expect(body.match(/\\"yAxis\\"|"yAxis"/g)?.length).toBeGreaterThan(5);
  });

  it("stays within the budget that the operator set", () => {
    template.hasResourceProperties("AWS::Budgets::Budget", {
      Budget: { BudgetLimit: { Amount: 20, Unit: "USD" }, TimeUnit: "MONTHLY" },
    });
  });
});
