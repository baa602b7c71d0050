/** A synthesized stack as CloudFormation would read it: references resolved to names, ARNs and secrets. */

export type Json = null | boolean | number | string | Json[] | { [name: string]: Json };

export interface TemplateResource {
  Type: string;
  Properties?: { [name: string]: Json };
}

export const account = "000000000000";
export const region = "us-east-1";

const pseudo: Readonly<Record<string, string>> = {
  "AWS::AccountId": account,
  "AWS::Partition": "aws",
  "AWS::Region": region,
  "AWS::URLSuffix": "amazonaws.com",
};

const arn = (service: string, resource: string) => `arn:aws:${service}:${region}:${account}:${resource}`;

/** What Ref and GetAtt return for the types that the funnel refers to; an unknown one is a mistake here. */
const references: Readonly<
  Record<string, (id: string) => { ref: string; attributes?: Record<string, string> }>
> = {
  "AWS::DynamoDB::Table": (id) => ({
    ref: id,
    attributes: {
      Arn: arn("dynamodb", `table/${id}`),
      StreamArn: arn("dynamodb", `table/${id}/stream/2026-11-25T00:00:00.000`),
    },
  }),
  "AWS::SQS::Queue": (id) => ({
    ref: `https://sqs.${region}.amazonaws.com/${account}/${id}`,
    attributes: { Arn: arn("sqs", id), QueueName: id },
  }),
  "AWS::SNS::Topic": (id) => ({ ref: arn("sns", id), attributes: { TopicName: id } }),
  "AWS::Lambda::Function": (id) => ({ ref: id, attributes: { Arn: arn("lambda", `function:${id}`) } }),
  "AWS::Logs::LogGroup": (id) => ({ ref: id, attributes: { Arn: arn("logs", `log-group:${id}:*`) } }),
  "AWS::IAM::Role": (id) => ({ ref: id, attributes: { Arn: `arn:aws:iam::${account}:role/${id}` } }),
  "AWS::SecretsManager::Secret": (id) => ({ ref: arn("secretsmanager", `secret:${id}`) }),
  "AWS::SES::ConfigurationSet": (id) => ({ ref: id }),
  "AWS::ApiGatewayV2::Api": (id) => ({
    ref: id,
    attributes: { ApiEndpoint: `https://${id}.execute-api.${region}.amazonaws.com` },
  }),
  "AWS::Cognito::UserPool": (id) => ({
    ref: `${region}_${id}`,
    attributes: {
      Arn: arn("cognito-idp", `userpool/${id}`),
      ProviderURL: `https://cognito-idp.${region}.amazonaws.com/${region}_${id}`,
    },
  }),
  "AWS::Cognito::UserPoolClient": (id) => ({ ref: id.toLowerCase() }),
  "AWS::S3::Bucket": (id) => ({
    ref: id.toLowerCase(),
    attributes: {
      Arn: `arn:aws:s3:::${id.toLowerCase()}`,
      RegionalDomainName: `${id.toLowerCase()}.s3.${region}.amazonaws.com`,
    },
  }),
};

const isObject = (value: Json | undefined): value is { [name: string]: Json } =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** A stack whose values can be read as they would be once it is deployed. */
export class ResolvedTemplate {
  constructor(
    readonly resources: Readonly<Record<string, TemplateResource>>,
    /** Returns the value of a generated secret. */
    private readonly secretOf: (secretArn: string, field: string) => string,
  ) {}

  /** Returns the resources of a type with their properties resolved, by logical id. */
  ofType(type: string): [id: string, properties: { [name: string]: Json }][] {
    return Object.entries(this.resources)
      .filter(([, resource]) => resource.Type === type)
      .map(([id, { Properties = {} }]) => {
        const resolved = this.resolve(Properties);
        return [id, isObject(resolved) ? resolved : {}];
      });
  }

  /** Returns the value with every reference replaced; those to types nobody needs stay readable marks. */
  resolve(value: Json): Json {
    if (typeof value === "string") return this.withSecrets(value);
    if (Array.isArray(value)) return value.map((one) => this.resolve(one));
    if (!isObject(value)) return value;
    const [name = "", ...more] = Object.keys(value);
    if (more.length === 0 && (name === "Ref" || name.startsWith("Fn::")))
      return this.intrinsic(name, value[name]);
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, this.resolve(inner)]));
  }

  private intrinsic(name: string, argument: Json | undefined): Json {
    if (name === "Ref") return pseudo[String(argument)] ?? this.referenced(String(argument)).ref;
    if (!Array.isArray(argument)) return `<${name}>`;
    const [first = null, second = null] = argument;
    if (name === "Fn::GetAtt") return this.attribute(String(first), String(second));
    if (name === "Fn::Join" && Array.isArray(second))
      return this.withSecrets(second.map((part) => String(this.resolve(part))).join(String(first)));
    if (name === "Fn::Split") return String(this.resolve(second)).split(String(first));
    const list = this.resolve(second);
    if (name === "Fn::Select" && Array.isArray(list)) return list[Number(first)] ?? null;
    return `<${name}>`;
  }

  private referenced(id: string) {
    const resource = this.resources[id];
    if (resource === undefined) throw new Error(`The template has no resource ${id}.`);
    return references[resource.Type]?.(id) ?? { ref: id };
  }

  private attribute(id: string, name: string): string {
    return this.referenced(id).attributes?.[name] ?? `<${id}.${name}>`;
  }

  private withSecrets(text: string): string {
    return text.replace(
      /\{\{resolve:secretsmanager:(arn:[^:]+:[^:]+:[^:]*:[^:]*:secret:[^:]+):SecretString:(\w*):[^}]*\}\}/g,
      (_, secretArn: string, field: string) => this.secretOf(secretArn, field),
    );
  }
}
