/** What the doctor says of a deployment in order, and of one with every fault it knows. */
import { Resolver } from "node:dns/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createApp } from "#functions/api/app.ts";
import { createLog } from "#functions/log.ts";
import { deriveSecrets } from "#functions/secrets.ts";
import { addressKey } from "#functions/store/addresses.ts";
import { readMailChoice } from "#functions/store/mail-choices.ts";
import { examine } from "../../../infra/doctor/examine.ts";
import { awsClients } from "../../../infra/doctor/examined.ts";
import { asLines, type Finding } from "../../../infra/doctor/finding.ts";
import { freePort } from "../../../infra/local/free-port.ts";
import type { LocalServer } from "../../../infra/local/table-server.ts";
import { startWebServer } from "../../../infra/local/web-server.ts";
import { outputsOf } from "../../../infra/operate/command.ts";
import { type LocalServices, startLocalServices } from "../../functions/local-services.ts";
import { testConfig } from "../../functions/test-app.ts";
import { valuesOf } from "../synthesized.ts";
import { startDnsServer, type Zone } from "./dns-server.ts";
import { type Recorded, startRecordedAws } from "./recorded-aws.ts";
import {
  brokenAws,
  brokenZone,
  goodAws,
  goodZone,
  handOverSecret,
  outputs,
  signingSecret,
} from "./setups.ts";

const secrets = deriveSecrets(signingSecret);
const choices = {
  account: "111122223333",
  certificateArn: "arn:aws:acm:us-east-1:111122223333:certificate/1",
  handOver: {
    secretArn: handOverSecret,
    secretVersion: "1".repeat(32),
    bookings: [],
    signsFollowUps: true,
  },
};

let aws: Recorded = goodAws;
let zone: Zone = goodZone;
let services: LocalServices;
let recorded: LocalServer;
let dns: Awaited<ReturnType<typeof startDnsServer>>;
let site: LocalServer;
let closed: LocalServer;

function startSite(port: number, behind: { originSecrets?: string[] }): Promise<LocalServer> {
  const app = createApp({
    table: services.table,
    secrets,
    config: testConfig,
    siteUrl: "https://localhost",
    submissionsPerSourcePerHour: 100,
    ...behind,
    now: () => new Date("2026-11-25T12:00:00Z"),
    log: createLog(() => undefined),
    shell: () => "<html><title>{{title}}</title><!--page--></html>",
    stepsOwed: () => undefined,
    sourceOf: () => "192.0.2.1",
  });
  return startWebServer({ api: app, consoleApp: app }, "https://localhost", port, "127.0.0.1");
}

beforeAll(async () => {
  services = await startLocalServices();
  [recorded, dns] = await Promise.all([startRecordedAws(() => aws), startDnsServer(() => zone)]);
  site = await startSite(await freePort(4_710, "127.0.0.1"), {});
  closed = await startSite(await freePort(4_720, "127.0.0.1"), {
    originSecrets: ["what CloudFront would send"],
  });
});

afterAll(async () => {
  await Promise.all([closed?.close(), site?.close(), recorded?.close(), dns?.close()]);
  await services?.stop();
});

async function examined(changes: { siteUrl?: string; api?: string; exchange?: boolean } = {}) {
  const resolver = new Resolver({ timeout: 1_000, tries: 1 });
  resolver.setServers([dns.address]);
  const credentials = { accessKeyId: "doctor", secretAccessKey: "of-nobody" };
  const printed = { ...outputs, ApiEndpoint: changes.api ?? closed.endpoint };
  const found = outputsOf({
    Outputs: Object.entries(printed).map(([OutputKey, OutputValue]) => ({ OutputKey, OutputValue })),
  });
  const values = { ...valuesOf("prod", choices), siteUrl: changes.siteUrl ?? site.endpoint };
  return examine(
    {
      values,
      region: "us-east-1",
      output: found,
      aws: awsClients("us-east-1", { endpoint: recorded.endpoint, credentials }),
      dns: resolver,
      now: new Date("2026-11-25T12:00:00Z"),
    },
    changes.exchange ?? true,
  );
}

const told = (findings: readonly Finding[], state: Finding["state"]) =>
  findings.filter((finding) => finding.state === state).map(({ about, says }) => `${about}: ${says}`);

describe("a deployment in order", () => {
  it("has nothing to fix and nothing to look at", async () => {
    [aws, zone] = [goodAws, goodZone];
    const findings = await examined();
    expect(told(findings, "fix")).toEqual([]);
    expect(told(findings, "look")).toEqual([]);
    expect(asLines(findings)).toMatch(/\d\d fine, 0 to look at, 0 to fix\.\n$/);
  });

  it("has taken the one click of nobody's mailbox, and of that one only when asked to", async () => {
    const nobody = addressKey(secrets.address, "doctor@doctor.invalid");
    expect(await readMailChoice(services.table, nobody)).toBe("none");
    expect(told(await examined({ exchange: false }), "look")).toEqual([
      expect.stringContaining("the button was not pressed"),
    ]);
  });
});

describe("a broken deployment", () => {
  let findings: Finding[];

  beforeAll(async () => {
    [aws, zone] = [brokenAws, brokenZone];
    findings = await examined({ siteUrl: closed.endpoint, api: site.endpoint });
  });

  it.each([
    ["account", "signed in to 999900000000"],
    ["functions", "only 10 may run"],
    ["backup", "point-in-time recovery is off"],
    ["table", "may be deleted"],
    ["SES sandbox", "only addresses verified by hand"],
    ["SES sending", "reviews this account"],
    ["SES quota", "mailsPerSecond is 14, and SES takes 1"],
    ["suppression", "does not keep a list"],
    ["our recipients", "sales@acme.com gets no mail since a bounce"],
    ["DKIM acme.com", "1 of 1 records are not in the DNS"],
    ["MAIL FROM bounce.acme.com", "has the MX mail.elsewhere.com"],
    ["SPF bounce.acme.com", "two SPF records"],
    ["DMARC acme.com", "no DMARC record"],
    ["SES identity news.acme.com", "does not know it"],
    ["key of follow-ups", "shows another key"],
    ["mail events", "does not tell what became of follow-ups"],
    ["mail events", "nobody listens"],
    ["mail events", "3 could not be written down"],
    ["alarms", "steps-overdue is on"],
    ["alarms", "api-failing tells nobody"],
    ["alarm recipients", "operator@acme.com has not confirmed"],
    ["certificate", "ends in 5 days"],
    ["address", "points at old.cloudfront.net"],
    ["API", "status 403"],
    ["way around CloudFront", "answers without it: status 200"],
    ["unsubscribe", "answers 403"],
  ])("is told about %s: %s", (about, says) => {
    const fixes = findings.filter((finding) => finding.state === "fix" && finding.about === about);
    expect(fixes.map((finding) => finding.says).join("\n")).toContain(says);
    expect(fixes.every(({ todo }) => (todo ?? "").length > 15)).toBe(true);
  });

  it("is told as lines that name each fault and what to do", () => {
    expect(asLines(findings)).toMatch(/FIX {2}SES sandbox .*\n +-> ask for production access/);
  });
});

describe("what the DNS says", () => {
  const dmarcOf = async (record: string) => {
    zone = { ...goodZone, "_dmarc.acme.com": { TXT: [record] } };
    return (await examined()).filter(({ about }) => about.startsWith("DMARC"));
  };

  it("counts for a domain below, by the policy for those", async () => {
    aws = goodAws;
    const [own, below] = await dmarcOf("v=DMARC1; p=reject; sp=none");
    expect([own?.state, below?.state]).toEqual(["fine", "look"]);
  });

  it("is looked at when it is only watched, or asks more of SPF than can be", async () => {
    expect((await dmarcOf("v=DMARC1; p=none"))[0]?.state).toBe("look");
    expect((await dmarcOf("v=DMARC1; p=reject; aspf=s"))[0]?.says).toContain("aspf=s");
    expect((await dmarcOf("v=DMARC1; p=maybe"))[0]?.state).toBe("fix");
  });
});

describe("what the doctor may not read", () => {
  it("is one finding among the others, and names the refusal", async () => {
    zone = goodZone;
    const { DescribeAlarms: _, ...rest } = goodAws;
    aws = rest;
    const findings = await examined();
    expect(told(findings, "look")).toEqual([expect.stringMatching(/alarms: .*AccessDenied/)]);
    expect(told(findings, "fix")).toEqual([]);
  });
});
