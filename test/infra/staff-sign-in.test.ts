import { describe, expect, it } from "vitest";
import { resource, resourcesOf, synthesized, valuesOf } from "./synthesized.ts";

const template = synthesized(valuesOf("prod"));
const properties = (type: string) => resource(template, type).Properties;

describe("the sign-in to the console", () => {
  it("takes people who were invited, with a second factor and a long password", () => {
    expect(properties("AWS::Cognito::UserPool")).toMatchObject({
      AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
      MfaConfiguration: "ON",
      EnabledMfas: ["SOFTWARE_TOKEN_MFA"],
      Policies: { PasswordPolicy: { MinimumLength: 14 } },
      DeletionProtection: "ACTIVE",
    });
    expect(resource(template, "AWS::Cognito::UserPool")).toMatchObject({ DeletionPolicy: "Retain" });
  });

  it("knows the groups that the console asks for", () => {
    const groups = Object.values(resourcesOf(template, "AWS::Cognito::UserPoolGroup"));
    expect(groups.map(({ Properties }) => Properties.GroupName).sort()).toEqual(["admin", "sales"]);
  });

  it("sends its code back to this site and nowhere else, and to nobody without a verifier", () => {
    expect(properties("AWS::Cognito::UserPoolClient")).toMatchObject({
      GenerateSecret: false,
      AllowedOAuthFlows: ["code"],
      AllowedOAuthScopes: ["openid", "profile", "email"],
      CallbackURLs: ["https://ready.acme.com/console/signed-in"],
      LogoutURLs: ["https://ready.acme.com/console/signed-out"],
      PreventUserExistenceErrors: "ENABLED",
    });
  });

  it("prints issuer and client for the console's entry", () => {
    const values = Object.values(template.findOutputs("*")).map(({ Value }) => JSON.stringify(Value));
    expect(values.filter((value) => value.includes("ProviderURL"))).toHaveLength(1);
    expect(values.filter((value) => /"Ref":"SignInConsole/.test(value))).toHaveLength(1);
  });

  it("is left to another issuer where funnel.config.ts names one, and no user pool is made", () => {
    const values = valuesOf("prod");
    const issuer = "https://login.acme.com/tenant";
    const named = { issuer, clientId: "console", groupsClaim: "roles", salesGroup: "S", adminGroup: "A" };
    const other = synthesized({ ...values, deployment: { ...values.deployment, signIn: named } });
    other.resourceCountIs("AWS::Cognito::UserPool", 0);
    expect(resource(other, "AWS::Lambda::Function", "FunctionsConsole").Properties.Environment).toMatchObject(
      {
        Variables: {
          OIDC_ISSUER: issuer,
          OIDC_CLIENT_ID: "console",
          OIDC_GROUPS_CLAIM: "roles",
          OIDC_SALES_GROUP: "S",
          OIDC_ADMIN_GROUP: "A",
        },
      },
    );
  });

  it("goes with the stack on the dev stage", () => {
    const dev = resource(synthesized(valuesOf("dev")), "AWS::Cognito::UserPool");
    expect(dev).toMatchObject({ DeletionPolicy: "Delete", Properties: { DeletionProtection: "INACTIVE" } });
  });
});
