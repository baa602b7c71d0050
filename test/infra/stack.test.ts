import type { AttributeDefinition } from "@aws-sdk/client-dynamodb";
import { Match, type Template } from "aws-cdk-lib/assertions";
import { describe, expect, it } from "vitest";
import {
  apiEnvironmentSchema,
  deliveryEnvironmentSchema,
  feedbackEnvironmentSchema,
  parseEnvironment,
  relayEnvironmentSchema,
} from "#functions/environment.ts";
import { tableDefinition, timeToLiveAttribute } from "#functions/store/table-definition.ts";
import { resource, resourcesOf, synthesized, valuesOf } from "./synthesized.ts";

const template = synthesized(valuesOf("prod"));

const entries = [
  { id: "Api", schema: apiEnvironmentSchema },
  { id: "Documents", schema: apiEnvironmentSchema },
  { id: "Relay", schema: relayEnvironmentSchema },
  { id: "Delivery", schema: deliveryEnvironmentSchema },
  { id: "Feedback", schema: feedbackEnvironmentSchema },
] as const;

const properties = (type: string, start?: string) => resource(template, type, start).Properties;

describe.each(entries)("the function $id", ({ id, schema }) => {
  const lambda = properties("AWS::Lambda::Function", `Functions${id}`);

  it("runs on Node 24 and arm64", () => {
    expect(lambda).toMatchObject({
      Runtime: "nodejs24.x",
      Architectures: ["arm64"],
      Handler: "index.handler",
    });
  });

  it("is given the variables its entry reads, and no other", () => {
    const { Variables } = lambda.Environment as { Variables: Record<string, unknown> };
    // Read by Powertools itself.
    const { POWERTOOLS_SERVICE_NAME: service, ...read } = Variables;
    expect(service).toBe("Funnel");
    const standIn = `https://value.acme.com/${"x".repeat(64)}`;
    const given = Object.fromEntries(
      Object.entries(read).map(([name, value]) => [name, typeof value === "string" ? value : standIn]),
    );
    expect(parseEnvironment(schema, { ...given, AWS_REGION: "us-east-1" })).toMatchObject(given);
    expect(Object.keys(schema.shape)).toEqual(expect.arrayContaining(Object.keys(given)));
  });

  it("keeps its logs for a month", () => {
    expect(properties("AWS::Logs::LogGroup", `Functions${id}Log`)).toMatchObject({ RetentionInDays: 30 });
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
    )
    // X-Ray knows no narrower resource.
    .filter(({ Action }) => ![Action].flat().every((action) => String(action).startsWith("xray:")));

  it("name every action and every resource", () => {
    for (const { Action, Resource } of statements) {
      expect([Action].flat().join(" ")).not.toContain("*");
      expect(Resource).not.toBe("*");
    }
  });

  it("let the worker send each kind of mail from its own sender, through its own configuration set", () => {
    const sending = statements.filter(({ Action }) =>
      [Action].flat().some((action) => String(action).startsWith("ses:")),
    );
    const from = (sender: string) => ({
      Action: "ses:SendRawEmail",
      Condition: { StringEquals: { "ses:FromAddress": sender } },
    });
    expect(sending).toMatchObject([from("reports@acme.com"), from("checklists@news.acme.com")]);
    const sets = sending.map(
      ({ Resource }) => /Mail(?:Requested|FollowUps)/.exec(JSON.stringify(Resource))?.[0],
    );
    expect(sets).toEqual(["MailRequested", "MailFollowUps"]);
  });

  it("let nothing scan the table", () => {
    expect(JSON.stringify(statements)).not.toMatch(/dynamodb:(?:Scan|BatchWrite|Transact)/);
  });
});

describe("the secrets", () => {
  const variables = (from: Template, id: string): Record<string, unknown> =>
    (
      resource(from, "AWS::Lambda::Function", `Functions${id}`).Properties.Environment as {
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
  const given = (from: Template, id: string) => names.filter((name) => name in variables(from, id));

  it("are generated, long enough for every entry, and never in the template", () => {
    const secrets = Object.values(resourcesOf(template, "AWS::SecretsManager::Secret"));
    expect(secrets).toHaveLength(2);
    for (const { Properties } of secrets)
      expect(Properties.GenerateSecretString).toMatchObject({
        PasswordLength: 64,
        GenerateStringKey: "first",
      });
    const api = variables(template, "Api");
    for (const name of given(template, "Api"))
      expect(JSON.stringify(api[name])).toMatch(/resolve:secretsmanager:.*:SecretString:first::/);
  });

  it("are each given to nobody who does not need them", () => {
    expect(given(template, "Api")).toEqual(["FUNNEL_SECRET", "HASH_KEY", "ORIGIN_SECRET"]);
    expect(given(template, "Documents")).toEqual(given(template, "Api"));
    expect(given(template, "Delivery")).toEqual(["FUNNEL_SECRET", "HASH_KEY"]);
    expect(given(template, "Feedback")).toEqual(["HASH_KEY"]);
    expect(given(template, "Relay")).toEqual([]);
  });

  it("are replaced by a deployment that names another version, the one before beside it", () => {
    const version = "0a1b2c3d-0000-4000-8000-aabbccddeeff";
    const replaced = synthesized(
      valuesOf("dev", { signingSecretVersion: version, originSecretVersion: version }),
    );
    expect(given(replaced, "Api")).toEqual(names);
    const api = variables(replaced, "Api");
    const field = (name: string) => /SecretString:(\w+)::([\w-]+)/.exec(JSON.stringify(api[name]))?.slice(1);
    expect(field("FUNNEL_SECRET")).toEqual(["current", version]);
    expect(field("FUNNEL_SECRET_PREVIOUS")).toEqual(["previous", version]);
    expect(field("ORIGIN_SECRET")).toEqual(["current", version]);
  });

  it("never change the key of the hashes", () => {
    const version = "0a1b2c3d-0000-4000-8000-aabbccddeeff";
    const replaced = synthesized(valuesOf("dev", { signingSecretVersion: version }));
    expect(JSON.stringify(variables(replaced, "Delivery").HASH_KEY)).toContain(
      `:SecretString:first::${version}`,
    );
  });
});

describe("hand-over", () => {
  const handOver = {
    secretArn: "arn:aws:secretsmanager:us-east-1:111122223333:secret:hand-over-AbCdEf",
    secretVersion: "0a1b2c3d-0000-4000-8000-aabbccddeeff",
    bookings: ["cal" as const],
    signsFollowUps: true,
  };
  const values = valuesOf("prod", { handOver });
  const { sales } = values.config;
  const told = synthesized({
    ...values,
    config: {
      ...values.config,
      sales: {
        ...sales,
        notices: { ...sales.notices, slack: true, dailyDigest: { hour: 8, timeZone: "UTC" } },
      },
      webhooks: { events: ["lead.created", "lead.erased"] },
    },
  });
  const variablesOf = (id: string) => {
    const { Environment } = resource(told, "AWS::Lambda::Function", `Functions${id}`).Properties;
    return (Environment as { Variables: Record<string, unknown> }).Variables;
  };

  it("gives the worker and the API what they are asked for, out of the operator's own secret", () => {
    const { SLACK_WEBHOOK_URL, TEAMS_WEBHOOK_URL, WEBHOOK_SECRET } = variablesOf("Delivery");
    expect(SLACK_WEBHOOK_URL).toBe(
      `{{resolve:secretsmanager:${handOver.secretArn}:SecretString:SLACK_WEBHOOK_URL::${handOver.secretVersion}}}`,
    );
    expect(WEBHOOK_SECRET).toContain(":SecretString:WEBHOOK_SECRET:");
    expect(TEAMS_WEBHOOK_URL).toBeUndefined();
    expect(variablesOf("Api").CAL_WEBHOOK_SECRET).toContain(":SecretString:CAL_WEBHOOK_SECRET:");
    expect(variablesOf("Api").CALENDLY_WEBHOOK_SECRET).toBeUndefined();
    expect(variablesOf("Delivery").DKIM_PRIVATE_KEY).toContain(":SecretString:DKIM_PRIVATE_KEY:");
  });

  it("allows the worker more only where it is asked for more", () => {
    const allowed = (from: Template) =>
      JSON.stringify(resource(from, "AWS::IAM::Policy", "FunctionsDeliveryRole").Properties.PolicyDocument);
    expect(allowed(told)).toContain("/index/leads");
    expect(allowed(template)).not.toContain("/index/leads");
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

  it("lets bounces come back to a name of each sending domain", () => {
    for (const { Properties } of Object.values(resourcesOf(template, "AWS::SES::EmailIdentity")))
      expect(Properties).toMatchObject({
        MailFromAttributes: { MailFromDomain: `bounce.${String(Properties.EmailIdentity)}` },
        FeedbackAttributes: { EmailForwardingEnabled: false },
      });
  });

  it("prints every record that the domain needs", () => {
    const printed = Object.values(template.findOutputs("*")).map(({ Value }) => JSON.stringify(Value));
    for (const record of [
      "MX 10 feedback-smtp.us-east-1.amazonses.com",
      "v=spf1 include:amazonses.com",
      "v=DMARC1",
    ])
      expect(printed.filter((value) => value.includes(record))).toHaveLength(2);
    expect(
      printed.filter((value) => value.includes("DkimDNSTokenName") || value.includes("CNAME")),
    ).toHaveLength(6);
  });

  it("suppresses whoever bounced or complained, and hands no report to a server without TLS", () => {
    for (const { Properties } of Object.values(resourcesOf(template, "AWS::SES::ConfigurationSet")))
      expect(Properties).toMatchObject({
        SuppressionOptions: { SuppressedReasons: ["BOUNCE", "COMPLAINT"] },
        DeliveryOptions: { TlsPolicy: "REQUIRE" },
      });
  });

  it("leaves domains alone that are set up already", () => {
    const shared = synthesized(valuesOf("dev"));
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
      Endpoint: { "Fn::GetAtt": [Match.stringLikeRegexp("^FunctionsFeedback"), "Arn"] },
    });
  });
});
