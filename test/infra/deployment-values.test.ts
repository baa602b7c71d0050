import { describe, expect, it } from "vitest";
import config from "#config";
import { FunnelConfigError } from "#shared/funnel-config.ts";
import { DeploymentError, deploymentValues } from "../../infra/aws/deployment-values.ts";
import { realConfig } from "./real-config.ts";

const values = (input: unknown, context: Record<string, unknown>) =>
  deploymentValues(input, (name) => context[name]);

describe("deploymentValues", () => {
  it.each(["dev", "prod"])(
    "refuses the repository's placeholders on stage %s, naming each field",
    (stage) => {
      const refused = () => values(config, { stage });
      expect(refused).toThrow(DeploymentError);
      for (const field of [
        "brand.siteUrl",
        "mail.reportFrom",
        "mail.followUpFrom",
        "mail.replyTo",
        "sales.recipients",
        "privacy.contact",
      ])
        expect(refused).toThrow(`${field}: remotesupport.example is a placeholder`);
      expect(refused).toThrow("brand.postalAddress");
    },
  );

  it("takes the placeholders for a sample", () => {
    expect(values(config, { stage: "sample" })).toMatchObject({
      stage: "sample",
      createsMailIdentities: true,
    });
  });

  it("takes real addresses on prod", () => {
    expect(values(realConfig, { stage: "prod" })).toMatchObject({ stage: "prod", certificateArn: null });
  });

  it("refuses a site without https", () => {
    const brand = { ...realConfig.brand, siteUrl: "http://ready.acme.com" };
    expect(() => values({ ...realConfig, brand }, { stage: "dev" })).toThrow(
      "brand.siteUrl: must start with https://",
    );
  });

  it.each([
    [{}, "stage"],
    [{ stage: "production" }, "stage"],
    [{ stage: "prod", mailIdentities: "maybe" }, "mailIdentities"],
    [{ stage: "prod", certificateArn: "arn:aws:acm:eu-west-1:111122223333:certificate/0b9d" }, "us-east-1"],
    [{ stage: "prod", certificateArn: "yes" }, "certificateArn"],
    [{ stage: "prod", signingSecret: "2" }, "signingSecret"],
  ])("refuses the context %j", (context, named) => {
    expect(() => values(realConfig, context)).toThrow(DeploymentError);
    expect(() => values(realConfig, context)).toThrow(named);
  });

  it("passes on what is wrong in funnel.config.ts", () => {
    expect(() => values({ ...realConfig, limits: {} }, { stage: "prod" })).toThrow(FunnelConfigError);
  });
});
