import { AwsSolutionsChecks, ServerlessChecks } from "cdk-nag";
import { describe, expect, it } from "vitest";
import { acknowledge, acknowledgedFor, isMeant } from "../../infra/aws/acknowledged.ts";
import type { FunnelStack } from "../../infra/aws/funnel-stack.ts";
import { stackOf, valuesOf } from "./synthesized.ts";

const packs = [new AwsSolutionsChecks(), new ServerlessChecks()];

interface Finding {
  rule: string;
  path: string;
}

function findings(stack: FunnelStack): Finding[] {
  return packs.flatMap((pack) =>
    pack.validateScope(stack).violations.flatMap(({ ruleName, violatingResources }) =>
      violatingResources.map(({ constructPath = "" }) => ({
        rule: ruleName,
        path: constructPath.slice(stack.node.path.length + 1),
      })),
    ),
  );
}

const choices = {
  firewall: "create" as const,
  certificateArn: "arn:aws:acm:us-east-1:111122223333:certificate/0b9d",
};

describe.each([
  ["prod", valuesOf("prod")],
  ["dev, with domain and firewall", valuesOf("dev", choices)],
])("cdk-nag on %s", (_, values) => {
  const stack = stackOf(values);
  const list = acknowledgedFor(values);
  const found = findings(stack);

  it("finds nothing that is not explained", () => {
    acknowledge(stack, list);
    expect(found.length).toBeGreaterThan(20);
    expect(findings(stack)).toEqual([]);
  });

  it("still finds everything that is explained", () => {
    const stale = list.flatMap((one) =>
      one.rules
        .filter((rule) => !found.some((finding) => isMeant(one.at, rule, finding, stack)))
        .map((rule) => `${rule} at ${one.at}`),
    );
    expect(stale).toEqual([]);
  });
});
