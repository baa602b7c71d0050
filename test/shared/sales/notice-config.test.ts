import { describe, expect, it } from "vitest";
import config from "#config";
import { FunnelConfigError, type FunnelConfigInput, parseFunnelConfig } from "#shared/funnel-config.ts";
import { recipientsFor } from "#shared/sales/notice-config.ts";

const withSales = (sales: Partial<FunnelConfigInput["sales"]>) =>
  parseFunnelConfig({ ...config, sales: { ...config.sales, ...sales } });

describe("who is told about a lead", () => {
  const { sales } = withSales({
    recipients: ["all@sales.example"],
    routes: [
      { industries: ["export"], regions: ["us"], recipients: ["export-us@sales.example"] },
      { industries: ["export", "aviation"], recipients: ["field@sales.example", "second@sales.example"] },
      { regions: ["eu"], recipients: ["eu@sales.example"] },
    ],
  });

  it.each([
    ["export", "us", ["export-us@sales.example"]],
    ["export", "eu", ["field@sales.example", "second@sales.example"]],
    ["aviation", "uk", ["field@sales.example", "second@sales.example"]],
    ["laboratory", "eu", ["eu@sales.example"]],
    ["laboratory", "us", ["all@sales.example"]],
  ] as const)(
    "%s in %s: the first route that fits, otherwise those for all",
    (industry, region, recipients) => {
      expect(recipientsFor(sales, { industry, region })).toEqual(recipients);
    },
  );
});

describe("the notices of funnel.config.ts", () => {
  it("are mail to everybody and nothing else where nothing is said", () => {
    const { routes: _routes, notices: _notices, ...sales } = config.sales;
    const { webhooks: _webhooks, ...rest } = config;
    expect(parseFunnelConfig({ ...rest, sales })).toEqual(parseFunnelConfig(config));
    expect(parseFunnelConfig(config)).toMatchObject({
      sales: { routes: [], notices: { slack: false, teams: false, responseClock: null, dailyDigest: null } },
      webhooks: { events: [] },
    });
  });

  it.each([
    [{ routes: [{ recipients: ["a@sales.example"] }] }, /routes\.0: name industries, regions or both/],
    [{ routes: [{ regions: ["us"], recipients: [] }] }, /routes\.0\.recipients: name at least one recipient/],
    [{ routes: [{ regions: ["mars"], recipients: ["a@sales.example"] }] }, /routes\.0\.regions\.0/],
    [{ notices: { dailyDigest: { hour: 7, timeZone: "New York" } } }, /timeZone: must be a time zone/],
    [{ notices: { dailyDigest: { hour: 24, timeZone: "UTC" } } }, /dailyDigest\.hour/],
    [{ notices: { responseClock: { hours: 0 } } }, /responseClock\.hours/],
    [{ notices: { slak: true } }, /notices/],
  ])("with a mistake stop the start and name the field: %j", (sales, message) => {
    const start = () => withSales(sales as Partial<FunnelConfigInput["sales"]>);
    expect(start).toThrow(FunnelConfigError);
    expect(start).toThrow(message);
  });
});
