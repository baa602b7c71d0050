import { Duration, Stack } from "aws-cdk-lib";
import type { Table } from "aws-cdk-lib/aws-dynamodb";
import type { RetentionDays } from "aws-cdk-lib/aws-logs";
import { Construct } from "constructs";
import {
  dueIndex,
  findParts,
  groupsIndex,
  leadsIndex,
  listsIndex,
  ownersIndex,
} from "#functions/store/table-definition.ts";
import type { FunctionId } from "./bundles.ts";
import { type DeliveryPipeline, deliveryTimeout } from "./delivery-pipeline.ts";
import type { DeploymentValues } from "./deployment-values.ts";
import { FunnelFunction } from "./funnel-function.ts";
import type { FunnelSecrets } from "./funnel-secrets.ts";
import {
  calendarSecrets,
  fromHandOverSecret,
  signingVariables,
  workerVariables,
} from "./hand-over-secrets.ts";
import type { MailSending } from "./mail-sending.ts";

/** In MB. What each needs is measured by `npm run bench cold`; infra/aws/memory.md says why it gets more. */
export const memory: Readonly<Record<FunctionId, number>> = {
  Api: 1024,
  Documents: 1024,
  Console: 1024,
  Relay: 256,
  Delivery: 1024,
  Feedback: 256,
};

export interface FunctionProps {
  values: DeploymentValues;
  table: Table;
  secrets: FunnelSecrets;
  mail: MailSending;
  pipeline: DeliveryPipeline;
  /** Variables of the console that say who signs people in. */
  signIn: Record<string, string>;
  /** Returns the folder of a built bundle. */
  bundleOf: (id: FunctionId) => string;
}

/** Every function with its variables and with what it may do: no more than its code does. */
export class FunnelFunctions extends Construct {
  readonly byId: Readonly<Record<FunctionId, FunnelFunction>>;

  constructor(
    scope: Construct,
    id: string,
    private readonly props: FunctionProps,
  ) {
    super(scope, id);
    this.byId = {
      Api: this.api(),
      Documents: this.documents(),
      Console: this.consoleApp(),
      Relay: this.relay(),
      Delivery: this.delivery(),
      Feedback: this.feedback(),
    };
  }

  private add(
    id: FunctionId,
    description: string,
    timeout: Duration,
    environment: Record<string, string>,
    failed?: MailSending["failed"],
  ): FunnelFunction {
    const { values, bundleOf } = this.props;
    return new FunnelFunction(this, id, {
      bundle: bundleOf(id),
      description,
      memorySize: memory[id],
      timeout,
      environment: { ...environment, POWERTOOLS_SERVICE_NAME: Stack.of(this).stackName },
      logDays: values.deployment.logDays as RetentionDays,
      ...(failed === undefined ? {} : { failed }),
    });
  }

  /** What both functions behind the HTTP API read. */
  private appVariables(): Record<string, string> {
    const { values, table, secrets } = this.props;
    return {
      TABLE_NAME: table.tableName,
      SITE_URL: values.siteUrl,
      HASH_KEY: secrets.hashKey,
      ...secrets.signing.variables("FUNNEL_SECRET"),
      ...secrets.origin.variables("ORIGIN_SECRET"),
    };
  }

  private api(): FunnelFunction {
    const { table, values } = this.props;
    const description = "Answers the form and the private pages.";
    const api = this.add("Api", description, Duration.seconds(20), {
      ...this.appVariables(),
      ...fromHandOverSecret(values.deployment, calendarSecrets(values.deployment)),
    });
    api.allow(
      ["dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:UpdateItem", "dynamodb:DeleteItem"],
      [table.tableArn],
    );
    return api;
  }

  private documents(): FunnelFunction {
    const { table } = this.props;
    const description = "Renders the report when its reader downloads it, and describes the API.";
    const documents = this.add("Documents", description, Duration.seconds(25), this.appVariables());
    documents.allow(["dynamodb:GetItem"], [table.tableArn]);
    return documents;
  }

  private consoleApp(): FunnelFunction {
    const { table, signIn } = this.props;
    const description = "Shows sales its leads, to whoever signed in.";
    const consoleApp = this.add("Console", description, Duration.seconds(29), {
      ...this.appVariables(),
      ...signIn,
    });
    consoleApp.allow(
      [
        "dynamodb:GetItem",
        "dynamodb:BatchGetItem",
        "dynamodb:PutItem",
        "dynamodb:UpdateItem",
        "dynamodb:DeleteItem",
      ],
      [table.tableArn],
    );
    const listed = [leadsIndex, groupsIndex, ownersIndex, listsIndex, ...findParts];
    consoleApp.allow(
      ["dynamodb:Query"],
      listed.map((index) => `${table.tableArn}/index/${index}`),
    );
    return consoleApp;
  }

  private relay(): FunnelFunction {
    const { pipeline } = this.props;
    const description = "Tells the queue which assessments have got a step to do.";
    const variables = { OWED_QUEUE_URL: pipeline.owed.queueUrl };
    const relay = this.add("Relay", description, Duration.seconds(10), variables);
    relay.allow(["sqs:SendMessage"], [pipeline.owed.queueArn]);
    return relay;
  }

  private delivery(): FunnelFunction {
    const { values, table, secrets, mail } = this.props;
    const description = "Does the owed steps of assessments: report, confirmation, follow-ups, sales notice.";
    const delivery = this.add("Delivery", description, deliveryTimeout, {
      TABLE_NAME: table.tableName,
      SITE_URL: values.siteUrl,
      HASH_KEY: secrets.hashKey,
      FUNNEL_SECRET: secrets.signing.current,
      REQUESTED_CONFIGURATION_SET: mail.requested.configurationSetName,
      FOLLOW_UPS_CONFIGURATION_SET: mail.followUps.configurationSetName,
      ...fromHandOverSecret(values.deployment, [
        ...workerVariables(values.config),
        ...signingVariables(values.deployment),
      ]),
    });
    // A sweep that failed is not tried again: the next one comes within the minute.
    delivery.configureAsyncInvoke({ retryAttempts: 0 });
    // Puts and deletes: jobs that know a person, and erasures that were cut off, which it finishes.
    delivery.allow(
      ["dynamodb:GetItem", "dynamodb:UpdateItem", "dynamodb:PutItem", "dynamodb:DeleteItem"],
      [table.tableArn],
    );
    delivery.allow(["dynamodb:Query"], [`${table.tableArn}/index/${dueIndex}`]);
    // The digest of a day lists the leads of its week.
    if (values.config.sales.notices.dailyDigest !== null)
      delivery.allow(["dynamodb:Query"], [`${table.tableArn}/index/${leadsIndex}`]);
    mail.allowSending(delivery);
    return delivery;
  }

  private feedback(): FunnelFunction {
    const { table, secrets, mail } = this.props;
    const variables = { TABLE_NAME: table.tableName, HASH_KEY: secrets.hashKey };
    const description = "Writes down what SES says became of each mail.";
    const feedback = this.add("Feedback", description, Duration.seconds(20), variables, mail.failed);
    feedback.allow(["dynamodb:GetItem", "dynamodb:UpdateItem"], [table.tableArn]);
    return feedback;
  }
}
