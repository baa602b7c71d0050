import { CfnWebACL } from "aws-cdk-lib/aws-wafv2";
import type { Construct } from "constructs";
import type { DeploymentValues } from "./deployment-values.ts";

/** Requests from one address in five minutes: far above a firm behind one address, far below a flood. */
const requestsPerAddress = 2_000;

const seen = (metricName: string) => ({
  cloudWatchMetricsEnabled: true,
  metricName,
  // Samples would keep visitors' requests, their private links among them.
  sampledRequestsEnabled: false,
});

/** Lists that AWS keeps: known attackers, and inputs that only an attack sends. */
const managed = (name: string, priority: number): CfnWebACL.RuleProperty => ({
  name,
  priority,
  statement: { managedRuleGroupStatement: { vendorName: "AWS", name } },
  overrideAction: { none: {} },
  visibilityConfig: seen(name),
});

function created(scope: Construct): string {
  const acl = new CfnWebACL(scope, "Firewall", {
    scope: "CLOUDFRONT",
    defaultAction: { allow: {} },
    visibilityConfig: seen("Firewall"),
    rules: [
      {
        name: "RequestsPerAddress",
        priority: 0,
        statement: { rateBasedStatement: { limit: requestsPerAddress, aggregateKeyType: "IP" } },
        action: { block: {} },
        visibilityConfig: seen("RequestsPerAddress"),
      },
      managed("AWSManagedRulesAmazonIpReputationList", 1),
      managed("AWSManagedRulesKnownBadInputsRuleSet", 2),
    ],
  });
  return acl.attrArn;
}

/** Returns the ARN of the web ACL in front of the site, or null where the stage has none. */
export function firewallArn(scope: Construct, { deployment }: DeploymentValues): string | null {
  if (deployment.firewall === "none") return null;
  return deployment.firewall === "create" ? created(scope) : deployment.firewall;
}
