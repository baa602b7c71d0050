/**
 * Findings of cdk-nag that we looked at and leave as they are, each with its reason. A test holds that every one is
 * still found: an acknowledgment outlives its finding nowhere.
 */
import { type Stack, Validations } from "aws-cdk-lib";
import type { IConstruct } from "constructs";
import type { DeploymentValues } from "./deployment-values.ts";

export interface Acknowledged {
  /** Path below the stack; a trailing * takes every path that starts like this. */
  at: string;
  /** As cdk-nag prints it. */
  rules: readonly string[];
  reason: string;
}

const solutions = (rule: string) => `AwsSolutions-${rule}`;
const serverless = (rule: string) => `Serverless-${rule}`;

const upload = "Custom::CDKBucketDeployment*";

const always: readonly Acknowledged[] = [
  {
    at: "Secrets/*",
    rules: [solutions("SMG4")],
    reason: "Replaced by npm run rotate: a schedule would end links in mails that people still hold.",
  },
  {
    at: "Functions/*",
    rules: [solutions("IAM5[Resource::*]")],
    reason: "X-Ray takes traces from no narrower resource than *.",
  },
  {
    at: "Functions/DeliveryRole*",
    rules: [solutions("IAM5[Resource::arn:<AWS::Partition>:ses:{region}:{account}:identity/*]")],
    reason:
      "The sandbox checks the recipient's identity too; the condition on ses:FromAddress binds the sender.",
  },
  {
    at: "SchedulerRoleForTarget*",
    rules: [solutions("IAM5[Resource::<{Functions/Delivery}.Arn>:*]")],
    reason: "The versions of one function, as the CDK grants a schedule.",
  },
  {
    at: "HttpApi/*",
    rules: [solutions("APIG4")],
    reason:
      "The form is for everybody. Private pages check signed tokens, and the API answers CloudFront alone (origin-check.ts).",
  },
  {
    at: "SignIn/People",
    rules: [solutions("COG8")],
    reason: "The Plus plan is charged for each person; everybody here was invited and has a second factor.",
  },
  {
    at: "Site/Files",
    rules: [solutions("S1")],
    reason: "Holds the public site only, and CloudFront alone reads it.",
  },
  {
    at: "Site/Distribution",
    rules: [solutions("CFR3")],
    reason: "Its log would keep network addresses and private links; the counters know no person.",
  },
  {
    at: "Site/Distribution",
    rules: [solutions("CFR1")],
    reason: "Anybody may read the site; who is served is said by sales.regionsServed.",
  },
  {
    at: upload,
    rules: [
      solutions(
        "IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole]",
      ),
      ...["s3:GetObject*", "s3:GetBucket*", "s3:List*", "s3:DeleteObject*", "s3:Abort*"].map((action) =>
        solutions(`IAM5[Action::${action}]`),
      ),
      solutions("IAM5[Resource::*]"),
      solutions("IAM5[Resource::arn:<AWS::Partition>:s3:::cdk-hnb659fds-assets-{account}-{region}/*]"),
      solutions("IAM5[Resource::<{Site/Files}.Arn>/*]"),
      solutions("L1"),
      serverless("LambdaDLQ"),
      serverless("LambdaLatestVersion"),
      serverless("LambdaTracing"),
    ],
    reason: "The CDK's own uploader of the site: runs while a deployment runs, which fails with it.",
  },
  {
    at: "Functions/Api",
    rules: [serverless("LambdaDLQ")],
    reason: "Called by the HTTP API, which waits for the answer.",
  },
  {
    at: "Functions/Documents",
    rules: [serverless("LambdaDLQ")],
    reason: "Called by the HTTP API, which waits for the answer.",
  },
  {
    at: "Functions/Console",
    rules: [serverless("LambdaDLQ")],
    reason: "Called by the HTTP API, which waits for the answer.",
  },
  {
    at: "Functions/Relay*",
    rules: [serverless("LambdaDLQ"), serverless("LambdaEventSourceMappingDestination")],
    reason:
      "What does not get through is found by the sweep within a minute; the table holds all there is to keep.",
  },
  {
    at: "Functions/Delivery*",
    rules: [
      serverless("LambdaDLQ"),
      serverless("LambdaEventSourceMappingDestination"),
      serverless("LambdaAsyncFailureDestination"),
    ],
    reason: "The queue has a dead-letter queue of its own; a failed sweep is followed by the next.",
  },
  {
    at: "*/Failed*",
    rules: [serverless("SQSRedrivePolicy")],
    reason: "It is a dead-letter queue.",
  },
  {
    at: "Functions/Feedback/Events",
    rules: [serverless("SNSRedrivePolicy")],
    reason: "SNS tries Lambda for weeks; what the function fails on goes to its dead-letter queue.",
  },
  {
    at: "Alarms/Topic/*",
    rules: [serverless("SNSRedrivePolicy")],
    reason: "Mails to the operator: an alarm that nobody could be told of still shows on the dashboard.",
  },
];

const withoutFirewall: Acknowledged = {
  at: "Site/Distribution",
  rules: [solutions("CFR2")],
  reason: "A web ACL costs more than all the rest: funnel.config.ts switches it on (deployment, firewall).",
};

const withoutCertificate: Acknowledged = {
  at: "Site/Distribution",
  rules: [solutions("CFR4")],
  reason: "Under CloudFront's own name its certificate and TLS versions are not ours to choose.",
};

/** Returns what is acknowledged for a stage. */
export function acknowledgedFor({ deployment }: DeploymentValues): readonly Acknowledged[] {
  return [
    ...always,
    ...(deployment.firewall === "none" ? [withoutFirewall] : []),
    ...(deployment.certificateArn === null ? [withoutCertificate] : []),
  ];
}

const matches = (at: string, path: string) =>
  new RegExp(`^${at.replaceAll(/[.+?^${}()|[\]\\]/g, "\\$&").replaceAll("*", ".*")}$`).test(path);

/** Puts region, account and logical ids in, as cdk-nag names them. */
function spelledOut(rule: string, stack: Stack): string {
  return rule
    .replace("{region}", stack.region)
    .replace("{account}", stack.account)
    .replace(/\{([\w/]+)\}/, (_, path: string) => {
      const element = stack.node
        .findAll()
        .find(({ node }) => node.path === `${stack.node.path}/${path}/Resource`);
      return element === undefined ? path : logicalId(stack, element);
    });
}

function logicalId(stack: Stack, element: IConstruct): string {
  const id: unknown = Reflect.get(element, "logicalId");
  return String(stack.resolve(id));
}

/** Returns whether a finding of cdk-nag is what a rule acknowledged at these paths means. */
export function isMeant(
  at: string,
  rule: string,
  found: { rule: string; path: string },
  stack: Stack,
): boolean {
  return spelledOut(rule, stack) === found.rule && matches(`${at.replace(/\*$/, "")}*`, found.path);
}

/** Tells cdk-nag what it need not report. */
export function acknowledge(stack: Stack, list: readonly Acknowledged[]): void {
  const below = stack.node.findAll().map((construct) => ({
    construct,
    path: construct.node.path.slice(stack.node.path.length + 1),
  }));
  for (const { at, rules, reason } of list)
    for (const { construct } of below.filter(({ path }) => matches(at, path)))
      for (const rule of rules)
        Validations.of(construct).acknowledge({ id: spelledOut(rule, stack), reason });
}
