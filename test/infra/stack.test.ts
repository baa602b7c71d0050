import type { AttributeDefinition } from "@aws-sdk/client-dynamodb";
import { Match, type Template } from "aws-cdk-lib/assertions";
import { describe, expect, it } from "vitest";
import {
  apiEnvironmentSchema,
  deliveryEnvironmentSchema,
  feedbackEnvironmentSchema,
  parseEnvironment,
} from "#functions/environment.ts";
import { leadsIndex, tableDefinition, timeToLiveAttribute } from "#functions/store/table-definition.ts";
import { resource, resourcesOf, synthesized, valuesOf } from "./synthesized.ts";

const template = synthesized(valuesOf("prod"));

const entries = [
  { id: "Api", schema: apiEnvironmentSchema },
  { id: "Delivery", schema: deliveryEnvironmentSchema },
  { id: "Feedback", schema: feedbackEnvironmentSchema },
] as const;

const properties = (type: string, start?: string) => resource(template, type, start).Properties;

describe.each(entries)("the function $id", ({ id, schema }) => {
  const lambda = properties("AWS::Lambda::Function", `${id}`);

  it("runs on Node 24 and arm64", () => {
    expect(lambda).toMatchObject({
      Runtime: "nodejs24.x",
      Architectures: ["arm64"],
      Handler: "index.handler",
    });
  });

  it("is given the variables its entry reads, and no other", () => {
    const { Variables } = lambda.Environment as { Variables: Record<string, unknown> };
    const standIn = `https://value.acme.com/${"x".repeat(64)}`;
    const given = Object.fromEntries(
      Object.entries(Variables).map(([name, value]) => [name, typeof value === "string" ? value : standIn]),
    );
    expect(parseEnvironment(schema, { ...given, AWS_REGION: "us-east-1" })).toMatchObject(given);
    expect(Object.keys(schema.shape)).toEqual(expect.arrayContaining(Object.keys(given)));
  });

  it("keeps its logs for a month", () => {
    expect(properties("AWS::Logs::LogGroup", `${id}Log`)).toMatchObject({ RetentionInDays: 30 });
  });
});

describe("the table", () => {
  const table = properties("AWS::DynamoDB::Table");

  it("has the keys and indexes of its definition", () => {
    const byName = (one: AttributeDefinition, other: AttributeDefinition) =>
      (one.AttributeName ?? "").localeCompare(other.AttributeName ?? "");
    expect(table.KeySchema).toEqual(tableDefinition.KeySchema);
    expect(table.GlobalSecondaryIndexes).toEqual(tableDefinition.GlobalSecondaryIndexes);
    expect((table.AttributeDefinitions as AttributeDefinition[]).toSorted(byName)).toEqual(
      tableDefinition.AttributeDefinitions?.toSorted(byName),
    );
    expect(table.BillingMode).toBe(tableDefinition.BillingMode);
  });

  it("forgets expired items, can be restored to any second, and cannot be deleted by mistake", () => {
    expect(table).toMatchObject({
      TimeToLiveSpecification: { AttributeName: timeToLiveAttribute, Enabled: true },
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
      DeletionProtectionEnabled: true,
    });
    expect(resource(template, "AWS::DynamoDB::Table")).toMatchObject({ DeletionPolicy: "Retain" });
  });

  it("may go with the stack on the dev stage", () => {
    const dev = resource(synthesized(valuesOf("dev")), "AWS::DynamoDB::Table");
    expect(dev).toMatchObject({ DeletionPolicy: "Delete", Properties: { DeletionProtectionEnabled: false } });
  });
});

describe("permissions", () => {
  const statements = Object.values(resourcesOf(template, "AWS::IAM::Policy"))
    .filter(({ Properties }) => !String(Properties.PolicyName).startsWith("Custom"))
    .flatMap(
      ({ Properties }) => (Properties.PolicyDocument as { Statement: Record<string, unknown>[] }).Statement,
    );

  it("name every action and every resource", () => {
    for (const { Action, Resource } of statements) {
      expect([Action].flat().join(" ")).not.toContain("*");
      expect(Resource).not.toBe("*");
    }
  });

  it("let the worker send as the report sender only", () => {
    const sending = statements.filter(({ Action }) =>
      [Action].flat().some((action) => String(action).startsWith("ses:")),
    );
    expect(sending).toHaveLength(1);
    expect(sending[0]).toMatchObject({
      Action: "ses:SendRawEmail",
      Condition: { StringEquals: { "ses:FromAddress": "reports@acme.com" } },
    });
  });

  it("let each function do on the table what its code does", () => {
    const actionsOf = (id: string) => {
      const { PolicyDocument } = properties("AWS::IAM::Policy", `${id}ServiceRole`);
      const { Statement } = PolicyDocument as { Statement: { Action: string | string[] }[] };
      return Statement.flatMap(({ Action }) => Action).filter((action) => action.startsWith("dynamodb:"));
    };
    expect(actionsOf("Api").sort()).toEqual(
      ["DeleteItem", "GetItem", "PutItem", "UpdateItem"].map((action) => `dynamodb:${action}`),
    );
    expect(actionsOf("Delivery").sort()).toEqual([
      "dynamodb:GetItem",
      "dynamodb:Query",
      "dynamodb:UpdateItem",
    ]);
    expect(actionsOf("Feedback").sort()).toEqual(["dynamodb:GetItem", "dynamodb:UpdateItem"]);
  });

  it("let nothing scan the table", () => {
    expect(JSON.stringify(statements)).not.toMatch(/dynamodb:(?:Scan|Batch|Transact)/);
  });
});

describe("the secrets", () => {
  const variables = (from: Template, id: string): Record<string, unknown> =>
    (
      resource(from, "AWS::Lambda::Function", id).Properties.Environment as {
        Variables: Record<string, unknown>;
      }
    ).Variables;
  const names = [
    "FUNNEL_SECRET",
    "FUNNEL_SECRET_PREVIOUS",
    "HASH_KEY",
    "ORIGIN_SECRET",
    "ORIGIN_SECRET_PREVIOUS",
  ];

  it("are generated, long enough for every entry, and never in the template", () => {
    const secrets = Object.values(resourcesOf(template, "AWS::SecretsManager::Secret"));
    expect(secrets).toHaveLength(3);
    for (const { Properties } of secrets)
      expect(Properties.GenerateSecretString).toMatchObject({ PasswordLength: 64 });
    const api = variables(template, "Api");
    for (const name of names) expect(JSON.stringify(api[name])).toContain("{{resolve:secretsmanager:");
  });

  it("are each given to nobody who does not need them", () => {
    const given = (id: string) => names.filter((name) => name in variables(template, id));
    expect(given("Api")).toEqual(names);
    expect(given("Delivery")).toEqual(["FUNNEL_SECRET", "HASH_KEY"]);
    expect(given("Feedback")).toEqual(["HASH_KEY"]);
  });

  it("are replaced by a deployment that names another version, but for the key of the hashes", () => {
    const version = "0a1b2c3d-0000-4000-8000-aabbccddeeff";
    const api = variables(synthesized(valuesOf("dev", { signingSecret: version })), "Api");
    const naming = names.filter((name) => JSON.stringify(api[name]).includes(version));
    expect(naming).toEqual(["FUNNEL_SECRET", "FUNNEL_SECRET_PREVIOUS"]);
    expect(JSON.stringify(api.FUNNEL_SECRET)).toContain(":SecretString:current::");
    expect(JSON.stringify(api.FUNNEL_SECRET_PREVIOUS)).toContain(":SecretString:previous::");
  });
});

describe("what is handed over", () => {
  const values = valuesOf("dev", { handOverSecret: "0a1b2c3d-0000-4000-8000-aabbccddeeff" });
  const { sales } = values.config;
  const notices = { ...sales.notices, slack: true, dailyDigest: { hour: 7, timeZone: "UTC" } };
  const config = {
    ...values.config,
    sales: { ...sales, notices },
    webhooks: { events: ["lead.created" as const, "lead.erased" as const] },
  };
  const told = synthesized({ ...values, config });
  const variablesOf = (id: string) =>
    JSON.stringify(resource(told, "AWS::Lambda::Function", id).Properties.Environment);
  const policyOf = (from: Template, id: string) =>
    JSON.stringify(resource(from, "AWS::IAM::Policy", `${id}ServiceRole`));

  it("needs a secret with a field for each variable, read in the version that is named", () => {
    const read = (name: string) => new RegExp(`:SecretString:${name}::0a1b2c3d-0000`);
    for (const name of ["SLACK_WEBHOOK_URL", "TEAMS_WEBHOOK_URL", "WEBHOOK_URL", "WEBHOOK_SECRET"])
      expect(variablesOf("Delivery")).toMatch(read(name));
    for (const name of ["CAL_WEBHOOK_SECRET", "CALENDLY_WEBHOOK_SECRET"])
      expect(variablesOf("Api")).toMatch(read(name));
    expect(variablesOf("Api")).not.toContain("SLACK_WEBHOOK_URL");
    expect(variablesOf("Delivery")).not.toContain("CAL_WEBHOOK_SECRET");
  });

  it("lets the worker do what digest and erasure ask for, and nothing of it where they are off", () => {
    for (const action of ["dynamodb:PutItem", "dynamodb:DeleteItem"]) {
      expect(policyOf(told, "Delivery")).toContain(action);
      expect(policyOf(template, "Delivery")).not.toContain(action);
    }
    expect(policyOf(told, "Delivery")).toContain(`/index/${leadsIndex}`);
    expect(policyOf(template, "Delivery")).not.toContain(`/index/${leadsIndex}`);
  });

  it("costs nothing where nothing is", () => {
    expect(JSON.stringify(resourcesOf(template, "AWS::SecretsManager::Secret"))).not.toContain("SLACK");
  });
});

describe("SES", () => {
  it("has a domain for each sender and a configuration set for each kind of mail", () => {
    const identities = Object.values(resourcesOf(template, "AWS::SES::EmailIdentity"));
    expect(identities.map(({ Properties }) => Properties.EmailIdentity)).toEqual([
      "acme.com",
      "news.acme.com",
    ]);
    template.resourceCountIs("AWS::SES::ConfigurationSet", 2);
  });

  it("leaves domains alone that are set up already", () => {
    const shared = synthesized(valuesOf("dev", { mailIdentities: "existing" }));
    shared.resourceCountIs("AWS::SES::EmailIdentity", 0);
  });

  it("reports sends, bounces and complaints, and watches nobody reading", () => {
    for (const { Properties } of Object.values(
      resourcesOf(template, "AWS::SES::ConfigurationSetEventDestination"),
    )) {
      const { MatchingEventTypes } = Properties.EventDestination as { MatchingEventTypes: string[] };
      expect(MatchingEventTypes).toEqual(expect.arrayContaining(["send", "bounce", "complaint"]));
      expect(MatchingEventTypes).not.toContain("open");
      expect(MatchingEventTypes).not.toContain("click");
    }
    template.hasResourceProperties("AWS::SNS::Subscription", {
      Protocol: "lambda",
      Endpoint: { "Fn::GetAtt": [Match.stringLikeRegexp("^Feedback"), "Arn"] },
    });
  });
});
