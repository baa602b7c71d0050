/** A synthesized template as what it joins: the resources a reader should know, and what goes from one to the other. */

export interface Template {
  Resources: Readonly<Record<string, { Type: string; Properties?: Readonly<Record<string, unknown>> }>>;
}

export interface Node {
  /** Logical id without the hash. */
  id: string;
  type: string;
  /** Memory of a function in MB; null for everything else. */
  megabytes: number | null;
}

export interface Edge {
  from: string;
  to: string;
  label: string;
}

export interface Graph {
  nodes: readonly Node[];
  edges: readonly Edge[];
}

const shown = [
  "AWS::ApiGatewayV2::Api",
  "AWS::CloudFront::Distribution",
  "AWS::Cognito::UserPool",
  "AWS::DynamoDB::Table",
  "AWS::Lambda::Function",
  "AWS::S3::Bucket",
  "AWS::SES::ConfigurationSet",
  "AWS::SNS::Topic",
  "AWS::SQS::Queue",
  "AWS::Scheduler::Schedule",
];

/** The CDK's own helpers run while a deployment runs. */
const isHelper = (id: string) => id.startsWith("Custom");

/** Returns a logical id without the hash that the CDK puts at its end. */
export const withoutHash = (id: string) => id.replace(/[0-9A-F]{8}$/, "");

/** Returns the logical ids that a value refers to, in order. */
export function referencesIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(referencesIn);
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => {
    if (name === "Ref") return [String(inner)];
    if (name === "Fn::GetAtt" && Array.isArray(inner)) return [String(inner[0])];
    return referencesIn(inner);
  });
}

type Properties = Readonly<Record<string, unknown>>;
type Link = { from: string[]; to: string[]; label: string };

const verbs: readonly [RegExp, string][] = [
  [/^dynamodb:(?:GetItem|Query)$/, "reads"],
  [/^dynamodb:(?:Put|Update|Delete)/, "writes"],
  [/^sqs:SendMessage$/, "sends"],
  [/^ses:/, "mails"],
];

/** Returns what a policy lets its role do, as links from the role. */
function linksOfPolicy({ PolicyDocument, Roles }: Properties): Link[] {
  const { Statement } = PolicyDocument as { Statement: { Action: unknown; Resource: unknown }[] };
  return Statement.flatMap(({ Action, Resource }) =>
    [Action]
      .flat()
      .flatMap((action) => verbs.filter(([pattern]) => pattern.test(String(action))).map(([, verb]) => verb))
      .map((label) => ({ from: referencesIn(Roles), to: referencesIn(Resource), label })),
  );
}

const links: Readonly<Record<string, (id: string, properties: Properties) => Link[]>> = {
  "AWS::ApiGatewayV2::Integration": (_, { ApiId, IntegrationUri }) => [
    { from: referencesIn(ApiId), to: referencesIn(IntegrationUri), label: "" },
  ],
  "AWS::CloudFront::Distribution": (id, { DistributionConfig }) => [
    { from: [id], to: referencesIn((DistributionConfig as Properties).Origins), label: "" },
  ],
  "AWS::IAM::Policy": (_, properties) => linksOfPolicy(properties),
  "AWS::Lambda::EventSourceMapping": (_, { EventSourceArn, FunctionName, StartingPosition }) => [
    {
      from: referencesIn(EventSourceArn),
      to: referencesIn(FunctionName),
      // A stream is read from somewhere on, a queue as it comes.
      label: StartingPosition === undefined ? "" : "changes",
    },
  ],
  "AWS::Lambda::Function": (id, { DeadLetterConfig }) => [
    { from: [id], to: referencesIn(DeadLetterConfig), label: "" },
  ],
  "AWS::Scheduler::Schedule": (id, { Target }) => [
    { from: [id], to: referencesIn((Target as Properties).Arn), label: "" },
  ],
  "AWS::SES::ConfigurationSetEventDestination": (_, { ConfigurationSetName, EventDestination }) => [
    { from: referencesIn(ConfigurationSetName), to: referencesIn(EventDestination), label: "events" },
  ],
  "AWS::SNS::Subscription": (_, { TopicArn, Endpoint }) => [
    { from: referencesIn(TopicArn), to: referencesIn(Endpoint), label: "" },
  ],
  "AWS::SQS::Queue": (id, { RedrivePolicy }) => [
    { from: [id], to: referencesIn(RedrivePolicy), label: "five tries" },
  ],
};

/** Joins the labels of links between the same two, each said once. */
function merged(edges: readonly Edge[]): Edge[] {
  const pairs = new Map<string, Edge>();
  for (const edge of edges) {
    const key = `${edge.from} ${edge.to}`;
    const labels = new Set([...(pairs.get(key)?.label.split(", ") ?? []), edge.label].filter(Boolean));
    pairs.set(key, { ...edge, label: [...labels].sort().join(", ") });
  }
  return [...pairs.values()];
}

/** Returns what is shown of a template, in the order of ids. */
export function graphOf({ Resources }: Template): Graph {
  const resources = Object.entries(Resources).filter(([id]) => !isHelper(id));
  const nodes = resources
    .filter(([, { Type }]) => shown.includes(Type))
    .map(([id, { Type, Properties = {} }]) => ({
      id: withoutHash(id),
      type: Type,
      megabytes: Type === "AWS::Lambda::Function" ? Number(Properties.MemorySize) : null,
    }))
    .sort((one, other) => one.id.localeCompare(other.id));
  const known = new Set(nodes.map(({ id }) => id));
  // A function stands for its role: both have the same path but for the end.
  const standsFor = (id: string) => {
    const name = withoutHash(id);
    return known.has(name) ? name : name.replace(/Role$/, "");
  };
  const edges = resources
    .flatMap(([id, { Type, Properties = {} }]) => links[Type]?.(id, Properties) ?? [])
    .flatMap(({ from, to, label }) =>
      from.flatMap((one) => to.map((other) => ({ from: standsFor(one), to: standsFor(other), label }))),
    )
    .filter(({ from, to }) => from !== to && known.has(from) && known.has(to));
  return { nodes, edges: merged(edges) };
}
