import { describe, expect, it } from "vitest";
import config from "#config";
import { FunnelConfigError } from "#shared/funnel-config.ts";
import { DeploymentError, deploymentValues } from "../../infra/aws/deployment-values.ts";
import { realConfig } from "./real-config.ts";

const values = deploymentValues;
const { dev, prod } = realConfig.deployment;
const withProd = (choices: Partial<typeof prod>) => ({
  ...realConfig,
  deployment: { dev, prod: { ...prod, ...choices } },
});

describe("deploymentValues", () => {
  it.each(["dev", "prod"])(
    "refuses the repository's placeholders on stage %s, naming each field",
    (stage) => {
      const refused = () => values(config, stage);
      expect(refused).toThrow(DeploymentError);
      for (const field of [
        stage === "dev" ? "deployment.dev.siteUrl: dev." : "brand.siteUrl: ",
        "mail.reportFrom: ",
        "mail.followUpFrom: ",
        "mail.replyTo: ",
        "sales.recipients: ",
        "privacy.contact: ",
        `deployment.${stage}.alarmRecipients: `,
      ])
        expect(refused).toThrow(`${field}remotesupport.example is a placeholder`);
      expect(refused).toThrow("brand.postalAddress");
    },
  );

  it("takes the placeholders for a sample, with the choices of prod", () => {
    expect(values(config, "sample")).toMatchObject({
      stage: "sample",
      siteUrl: "https://remotesupport.example",
      deployment: config.deployment.prod,
    });
  });

  it("takes real addresses, each stage with its own address of the site", () => {
    expect(values(realConfig, "prod").siteUrl).toBe("https://ready.acme.com");
    expect(values(realConfig, "dev").siteUrl).toBe("https://dev.acme.com");
  });

  it("refuses a site without https", () => {
    const brand = { ...realConfig.brand, siteUrl: "http://ready.acme.com" };
    expect(() => values({ ...realConfig, brand }, "prod")).toThrow("brand.siteUrl: must start with https://");
  });

  it("refuses to make a firewall where CloudFront would not find it", () => {
    const refused = () => values(withProd({ firewall: "create", region: "eu-central-1" }), "prod");
    expect(refused).toThrow(DeploymentError);
    expect(refused).toThrow("deployment.prod.firewall: a web ACL for CloudFront lives in us-east-1");
    expect(values(withProd({ firewall: "create" }), "prod").deployment.firewall).toBe("create");
  });

  it("asks where the addresses of other systems are kept once one of them is to be told", () => {
    const webhooks = { events: ["lead.created" as const] };
    const refused = () => values({ ...realConfig, webhooks }, "prod");
    expect(refused).toThrow(
      "deployment.prod.handOver: sales.notices and webhooks ask for WEBHOOK_URL, WEBHOOK_SECRET",
    );
  });

  it.each([undefined, "production", "", 3])("refuses the stage %j", (stage) => {
    expect(() => values(realConfig, stage)).toThrow("must be one of sample, dev, prod");
  });

  it.each([
    [{ certificateArn: "arn:aws:acm:eu-west-1:111122223333:certificate/0b9d" }, "certificate in us-east-1"],
    [{ signingSecretVersion: "2" }, "version id"],
    [{ account: "1234" }, "12 digits"],
    [{ region: "Frankfurt" }, "must be a region"],
    [{ alarmRecipients: [] }, "at least one recipient"],
    [{ mailsPerSecond: 0 }, "mailsPerSecond"],
    [{ logDays: 31 }, "logDays"],
    [{ firewall: "yes" }, "firewall"],
  ])("refuses %j, saying what is wanted", (choice, named) => {
    const wrong = { ...realConfig, deployment: { dev, prod: { ...prod, ...choice } } };
    expect(() => values(wrong, "prod")).toThrow(FunnelConfigError);
    expect(() => values(wrong, "prod")).toThrow(named);
  });
});
