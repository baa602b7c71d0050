import { CfnOutput, Duration, Stack, type StackProps } from "aws-cdk-lib";
import type { Table } from "aws-cdk-lib/aws-dynamodb";
import type { Construct } from "constructs";
import { dueIndex, leadsIndex } from "#functions/store/table-definition.ts";
import { apiFiles, deliveryFiles } from "./bundled-files.ts";
import { DeliveryPipeline, deliveryTimeout } from "./delivery-pipeline.ts";
import type { DeploymentValues } from "./deployment-values.ts";
import { funnelApi } from "./funnel-api.ts";
import { FunnelFunction } from "./funnel-function.ts";
import { hashKey, ReplaceableSecret } from "./funnel-secrets.ts";
import { funnelTable } from "./funnel-table.ts";
import { HandOverSecret, handsOver } from "./hand-over-secret.ts";
import { MailSending } from "./mail-sending.ts";
import { SiteDistribution } from "./site-distribution.ts";

export interface FunnelStackProps extends StackProps {
  values: DeploymentValues;
  /** Headers the app answers with; the static pages get the same. */
  headers: Headers;
  /** The built site. */
  siteDirectory: string;
}

/** The whole funnel in one account and region, but for the certificate. */
export class FunnelStack extends Stack {
  private readonly table: Table;
  private readonly signing: ReplaceableSecret;
  /** What only CloudFront knows beside the API. */
  private readonly origin: ReplaceableSecret;
  /** null where nothing is handed over. */
  private readonly handOver: HandOverSecret | null;
  private readonly service: Record<"TABLE_NAME" | "FUNNEL_SECRET" | "HASH_KEY" | "SITE_URL", string>;

  constructor(scope: Construct, id: string, { values, headers, siteDirectory, ...props }: FunnelStackProps) {
    super(scope, id, props);
    this.table = funnelTable(this, values.stage);
    const { signing, origin, handOver } = values.secretVersions;
    this.signing = new ReplaceableSecret(this, "Signing", "Signs the links in mails.", signing);
    this.origin = new ReplaceableSecret(this, "Origin", "CloudFront shows it to the API.", origin);
    this.handOver = handsOver(values.config) ? new HandOverSecret(this, "HandOver", handOver) : null;
    this.service = {
      TABLE_NAME: this.table.tableName,
      FUNNEL_SECRET: this.signing.current,
      HASH_KEY: hashKey(this),
      SITE_URL: values.config.brand.siteUrl,
    };

    const mail = new MailSending(this, "Mail", values);
    const pipeline = new DeliveryPipeline(this, "Pipeline", this.table);
    pipeline.deliverWith(this.deliveryFunction(mail, values));
    mail.reportTo(this.feedbackFunction());

    const api = funnelApi(this, this.apiFunction());
    const { distribution } = new SiteDistribution(this, "Site", {
      values,
      api,
      originSecret: this.origin.current,
      headers,
      directory: siteDirectory,
    });
    new CfnOutput(this, "SiteAddress", {
      value: `https://${distribution.distributionDomainName}`,
      description: "Point the host of brand.siteUrl here, or make this brand.siteUrl and deploy again.",
    });
  }

  private apiFunction(): FunnelFunction {
    const api = new FunnelFunction(this, "Api", {
      entry: "functions/api/lambda.ts",
      description: "Answers the form, the private pages and the report.",
      memorySize: 1024,
      timeout: Duration.seconds(20),
      environment: {
        ...this.service,
        FUNNEL_SECRET_PREVIOUS: this.signing.previous,
        ORIGIN_SECRET: this.origin.current,
        ORIGIN_SECRET_PREVIOUS: this.origin.previous,
        ...this.handOver?.api,
      },
      commandHooks: apiFiles,
    });
    api.allow(
      ["dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:UpdateItem", "dynamodb:DeleteItem"],
      [this.table.tableArn],
    );
    return api;
  }

  private deliveryFunction(mail: MailSending, values: DeploymentValues): FunnelFunction {
    const delivery = new FunnelFunction(this, "Delivery", {
      entry: "functions/delivery/lambda.ts",
      description: "Does the owed steps of assessments, and the jobs that belong to none.",
      memorySize: 1024,
      timeout: deliveryTimeout,
      environment: {
        ...this.service,
        REQUESTED_CONFIGURATION_SET: mail.requested.configurationSetName,
        ...this.handOver?.worker,
      },
      commandHooks: deliveryFiles,
    });
    delivery.allow(["dynamodb:GetItem", "dynamodb:UpdateItem"], [this.table.tableArn]);
    delivery.allow(["dynamodb:Query"], [`${this.table.tableArn}/index/${dueIndex}`]);
    const { sales, webhooks } = values.config;
    if (sales.notices.dailyDigest !== null) {
      // Owes the digest of the day, and reads the week's leads for it.
      delivery.allow(["dynamodb:PutItem"], [this.table.tableArn]);
      delivery.allow(["dynamodb:Query"], [`${this.table.tableArn}/index/${leadsIndex}`]);
    }
    // Finishes an erasure that was cut off before it tells of it.
    if (webhooks.events.includes("lead.erased"))
      delivery.allow(["dynamodb:DeleteItem"], [this.table.tableArn]);
    mail.allowRequested(delivery);
    return delivery;
  }

  private feedbackFunction(): FunnelFunction {
    const { TABLE_NAME, HASH_KEY } = this.service;
    const feedback = new FunnelFunction(this, "Feedback", {
      entry: "functions/feedback/lambda.ts",
      description: "Writes down what SES says became of each mail.",
      memorySize: 256,
      timeout: Duration.seconds(20),
      environment: { TABLE_NAME, HASH_KEY },
    });
    feedback.allow(["dynamodb:GetItem", "dynamodb:UpdateItem"], [this.table.tableArn]);
    return feedback;
  }
}
