import { Match } from "aws-cdk-lib/assertions";
import { describe, expect, it } from "vitest";
import { sweepRequest } from "#functions/delivery/sweep-handler.ts";
import { resource, resourcesOf, synthesized, valuesOf } from "./synthesized.ts";

const template = synthesized(valuesOf("prod"));
const queues = resourcesOf(template, "AWS::SQS::Queue");
const [owedId = ""] = Object.keys(queues).filter((id) => id.startsWith("PipelineOwed"));
const [failedId = ""] = Object.keys(queues).filter((id) => id.startsWith("PipelineFailed"));

describe("owed steps", () => {
  it("reach the queue from the table's stream as an id and nothing else", () => {
    expect(resource(template, "AWS::DynamoDB::Table").Properties.StreamSpecification).toEqual({
      StreamViewType: "NEW_AND_OLD_IMAGES",
    });
    template.hasResourceProperties("AWS::Pipes::Pipe", {
      Target: { "Fn::GetAtt": [owedId, "Arn"] },
      TargetParameters: { InputTemplate: '{"assessmentId": "<$.dynamodb.NewImage.id.S>"}' },
      SourceParameters: {
        DynamoDBStreamParameters: { DeadLetterConfig: { Arn: { "Fn::GetAtt": [failedId, "Arn"] } } },
      },
    });
  });

  it("wake nobody when it is a worker that wrote", () => {
    const { SourceParameters } = resource(template, "AWS::Pipes::Pipe").Properties as {
      SourceParameters: { FilterCriteria: { Filters: { Pattern: string }[] } };
    };
    const patterns = SourceParameters.FilterCriteria.Filters.map(({ Pattern }): unknown =>
      JSON.parse(Pattern),
    );
    const owed = { dueShard: { S: [{ exists: true }] } };
    const free = { lease: { NULL: [true] } };
    expect(patterns).toEqual([
      { eventName: ["INSERT"], dynamodb: { NewImage: owed } },
      { eventName: ["MODIFY"], dynamodb: { OldImage: free, NewImage: { ...free, ...owed } } },
    ]);
  });

  it("are tried five times, then kept for two weeks", () => {
    expect(queues[owedId]?.Properties.RedrivePolicy).toEqual({
      deadLetterTargetArn: { "Fn::GetAtt": [failedId, "Arn"] },
      maxReceiveCount: 5,
    });
    expect(queues[failedId]?.Properties.MessageRetentionPeriod).toBe(14 * 24 * 3600);
  });

  it("are delivered by a bounded number of workers that answer for each message", () => {
    template.hasResourceProperties("AWS::Lambda::EventSourceMapping", {
      EventSourceArn: { "Fn::GetAtt": [owedId, "Arn"] },
      FunctionName: { Ref: Match.stringLikeRegexp("^Delivery") },
      FunctionResponseTypes: ["ReportBatchItemFailures"],
      ScalingConfig: { MaximumConcurrency: 5 },
    });
  });

  it("stay hidden for six times as long as a worker may take", () => {
    const { Timeout } = resource(template, "AWS::Lambda::Function", "Delivery").Properties;
    expect(queues[owedId]?.Properties.VisibilityTimeout).toBe(Number(Timeout) * 6);
  });

  it("are looked for every minute", () => {
    template.hasResourceProperties("AWS::Scheduler::Schedule", {
      ScheduleExpression: "rate(1 minute)",
      State: "ENABLED",
      Target: {
        Arn: { "Fn::GetAtt": [Match.stringLikeRegexp("^Delivery"), "Arn"] },
        Input: JSON.stringify(sweepRequest),
      },
    });
  });
});
