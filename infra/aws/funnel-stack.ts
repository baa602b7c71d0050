import { CfnOutput, Duration, Stack, type StackProps } from "aws-cdk-lib";
import type { Table } from "aws-cdk-lib/aws-dynamodb";
import { Secret } from "aws-cdk-lib/aws-secretsmanager";
import type { Construct } from "constructs";
import { dueIndex } from "#functions/store/table-definition.ts";
import { apiFiles, deliveryFiles } from "./bundled-files.ts";
import { DeliveryPipeline, deliveryTimeout } from "./delivery-pipeline.ts";
import type { DeploymentValues } from "./deployment-values.ts";
import { funnelApi } from "./funnel-api.ts";
import { FunnelFunction } from "./funnel-function.ts";
import { funnelTable } from "./funnel-table.ts";
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
  private readonly service: Record<"TABLE_NAME" | "FUNNEL_SECRET" | "SITE_URL", string>;

  constructor(scope: Construct, id: string, { values, headers, siteDirectory, ...props }: FunnelStackProps) {
    super(scope, id, props);
    this.table = funnelTable(this, values.stage);
    this.service = {
      TABLE_NAME: this.table.tableName,
      FUNNEL_SECRET: this.generatedSecret(),
      SITE_URL: values.config.brand.siteUrl,
    };

    const mail = new MailSending(this, "Mail", values);
    const pipeline = new DeliveryPipeline(this, "Pipeline", this.table);
    pipeline.deliverWith(this.deliveryFunction(mail));
    mail.reportTo(this.feedbackFunction());

    const api = funnelApi(this, this.apiFunction());
    const { distribution } = new SiteDistribution(this, "Site", {
      values,
      api,
      headers,
      directory: siteDirectory,
    });
    new CfnOutput(this, "SiteAddress", {
      value: `https://${distribution.distributionDomainName}`,
      description: "Point the host of brand.siteUrl here, or make this brand.siteUrl and deploy again.",
    });
  }

  /** Signs links and keys hashes. It never changes by itself: with another one, links in sent mails stop working. */
  private generatedSecret(): string {
    const secret = new Secret(this, "Secret", {
      description: "Signs the links in mails and keys the hashes of addresses.",
      generateSecretString: { passwordLength: 64, excludePunctuation: true },
    });
    return secret.secretValue.unsafeUnwrap();
  }

  private apiFunction(): FunnelFunction {
    const api = new FunnelFunction(this, "Api", {
      entry: "functions/api/lambda.ts",
      description: "Answers the form, the private pages and the report.",
      memorySize: 1024,
      timeout: Duration.seconds(20),
      environment: this.service,
      commandHooks: apiFiles,
    });
    api.allow(
      ["dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:UpdateItem", "dynamodb:DeleteItem"],
      [this.table.tableArn],
    );
    return api;
  }

  private deliveryFunction(mail: MailSending): FunnelFunction {
    const delivery = new FunnelFunction(this, "Delivery", {
      entry: "functions/delivery/lambda.ts",
      description: "Does the owed steps of assessments: report, confirmation, sales notice.",
      memorySize: 1024,
      timeout: deliveryTimeout,
      environment: { ...this.service, REQUESTED_CONFIGURATION_SET: mail.requested.configurationSetName },
      commandHooks: deliveryFiles,
    });
    delivery.allow(["dynamodb:GetItem", "dynamodb:UpdateItem"], [this.table.tableArn]);
    delivery.allow(["dynamodb:Query"], [`${this.table.tableArn}/index/${dueIndex}`]);
    mail.allowRequested(delivery);
    return delivery;
  }

  private feedbackFunction(): FunnelFunction {
    const { TABLE_NAME, FUNNEL_SECRET } = this.service;
    const feedback = new FunnelFunction(this, "Feedback", {
      entry: "functions/feedback/lambda.ts",
      description: "Writes down what SES says became of each mail.",
      memorySize: 256,
      timeout: Duration.seconds(20),
      environment: { TABLE_NAME, FUNNEL_SECRET },
    });
    feedback.allow(["dynamodb:GetItem", "dynamodb:UpdateItem"], [this.table.tableArn]);
    return feedback;
  }
}
