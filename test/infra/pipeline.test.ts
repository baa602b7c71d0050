import { Match } from "aws-cdk-lib/assertions";
import { describe, expect, it } from "vitest";
import { sweepRequest } from "#functions/delivery/sweep-handler.ts";
import { resource, resourcesOf, synthesized, valuesOf } from "./synthesized.ts";

const template = synthesized(valuesOf("prod"));
const queues = resourcesOf(template, "AWS::SQS::Queue");
const idOf = (start: string) => Object.keys(queues).find((id) => id.startsWith(start)) ?? "";
const owedId = idOf("PipelineOwed");
const failedId = idOf("PipelineFailed");

describe("changes of the table", () => {
  const mapping = () => resource(template, "AWS::Lambda::EventSourceMapping", "FunctionsRelay").Properties;

  it("reach the relay with what was before and after", () => {
    expect(resource(template, "AWS::DynamoDB::Table").Properties.StreamSpecification).toEqual({
      StreamViewType: "NEW_AND_OLD_IMAGES",
    });
    expect(mapping()).toMatchObject({ StartingPosition: "LATEST", BatchSize: 10 });
  });

  it("wake nobody when it is a worker that wrote", () => {
    const { Filters } = mapping().FilterCriteria as { Filters: { Pattern: string }[] };
    const owed = { dueShard: { S: [{ exists: true }] } };
    const free = { lease: { NULL: [true] } };
    expect(Filters.map(({ Pattern }): unknown => JSON.parse(Pattern))).toEqual([
      { eventName: ["INSERT"], dynamodb: { NewImage: owed } },
      { eventName: ["MODIFY"], dynamodb: { OldImage: free, NewImage: { ...free, ...owed } } },
    ]);
  });

  it("hold nothing up for long: the sweep finds what the relay could not pass on", () => {
    expect(mapping()).toMatchObject({
      MaximumRetryAttempts: 3,
      MaximumRecordAgeInSeconds: 300,
      BisectBatchOnFunctionError: true,
      FunctionResponseTypes: ["ReportBatchItemFailures"],
    });
  });
});

describe("owed steps", () => {
  it("are tried five times, then kept for two weeks", () => {
    expect(queues[owedId]?.Properties.RedrivePolicy).toEqual({
      deadLetterTargetArn: { "Fn::GetAtt": [failedId, "Arn"] },
      maxReceiveCount: 5,
    });
    expect(queues[failedId]?.Properties.MessageRetentionPeriod).toBe(14 * 24 * 3600);
  });

  it("are delivered by no more workers than SES takes mails a second, which answer for each message", () => {
    template.hasResourceProperties("AWS::Lambda::EventSourceMapping", {
      EventSourceArn: { "Fn::GetAtt": [owedId, "Arn"] },
      FunctionName: { Ref: Match.stringLikeRegexp("^FunctionsDelivery") },
      FunctionResponseTypes: ["ReportBatchItemFailures"],
      ScalingConfig: { MaximumConcurrency: 14 },
    });
  });

  it("stay hidden for six times as long as a worker may take", () => {
    const { Timeout } = resource(template, "AWS::Lambda::Function", "FunctionsDelivery").Properties;
    expect(queues[owedId]?.Properties.VisibilityTimeout).toBe(Number(Timeout) * 6);
  });

  it("are looked for every minute", () => {
    template.hasResourceProperties("AWS::Scheduler::Schedule", {
      ScheduleExpression: "rate(1 minute)",
      State: "ENABLED",
      Target: {
        Arn: { "Fn::GetAtt": [Match.stringLikeRegexp("^FunctionsDelivery"), "Arn"] },
        Input: JSON.stringify(sweepRequest),
      },
    });
  });
});
