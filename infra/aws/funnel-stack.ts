import { CfnOutput, Stack, type StackProps } from "aws-cdk-lib";
import type { RetentionDays } from "aws-cdk-lib/aws-logs";
import type { Construct } from "constructs";
import { Alarms } from "./alarms.ts";
import { watchCost } from "./budget.ts";
import type { FunctionId } from "./bundles.ts";
import { dashboard } from "./dashboard.ts";
import { DeliveryPipeline } from "./delivery-pipeline.ts";
import type { DeploymentValues } from "./deployment-values.ts";
import { funnelApi } from "./funnel-api.ts";
import { FunnelFunctions, memory } from "./funnel-functions.ts";
import { FunnelSecrets } from "./funnel-secrets.ts";
import { funnelTable } from "./funnel-table.ts";
import { MailSending } from "./mail-sending.ts";
import { SiteDistribution } from "./site-distribution.ts";
import { signInVariables } from "./staff-sign-in.ts";
import { relayOwedSteps } from "./stream-relay.ts";
import { watchedMetrics } from "./watched-metrics.ts";

export interface FunnelStackProps extends StackProps {
  values: DeploymentValues;
  /** Headers the app answers with; the static pages get the same. */
  headers: Headers;
  /** The built site. */
  siteDirectory: string;
  /** Returns the folder of a built bundle. */
  bundleOf: (id: FunctionId) => string;
}

/** The whole funnel in one account and region, but for the certificate. */
export class FunnelStack extends Stack {
  constructor(
    scope: Construct,
    id: string,
    { values, headers, siteDirectory, bundleOf, ...props }: FunnelStackProps,
  ) {
    super(scope, id, props);
    const { deployment } = values;
    const table = funnelTable(this, values.stage);
    const secrets = new FunnelSecrets(this, "Secrets", {
      signing: deployment.signingSecretVersion,
      origin: deployment.originSecretVersion,
    });
    const mail = new MailSending(this, "Mail", values);
    const pipeline = new DeliveryPipeline(this, "Pipeline");
    const functions = new FunnelFunctions(this, "Functions", {
      values,
      table,
      secrets,
      mail,
      pipeline,
      signIn: signInVariables(this, "SignIn", values),
      bundleOf,
    }).byId;

    relayOwedSteps(table, functions.Relay);
    pipeline.deliverWith(functions.Delivery, deployment.mailsPerSecond);
    mail.reportTo(functions.Feedback);

    const logDays = deployment.logDays as RetentionDays;
    const api = funnelApi(this, {
      app: functions.Api,
      documents: functions.Documents,
      consoleApp: functions.Console,
      logDays,
    });
    const { distribution } = new SiteDistribution(this, "Site", {
      values,
      api,
      originSecret: secrets.origin.current,
      headers,
      directory: siteDirectory,
    });

    const metrics = watchedMetrics(this.stackName, api);
    const failed = { failedSteps: pipeline.failed, failedFeedback: mail.failed };
    new Alarms(this, "Alarms", {
      ...failed,
      metrics,
      api: functions.Api,
      worker: functions.Delivery,
      relay: functions.Relay,
      recipients: deployment.alarmRecipients,
    });
    dashboard(this, { ...failed, metrics, functions, memory, table });
    watchCost(this, values);
    new CfnOutput(this, "SiteAddress", {
      value: `https://${distribution.distributionDomainName}`,
      description: "Point the host of the site address here, or make this the address and deploy again.",
    });
    const printed = {
      FailedStepsArn: pipeline.failed.queueArn,
      FailedFeedbackUrl: mail.failed.queueUrl,
      FeedbackFunction: functions.Feedback.functionName,
      FeedbackTopic: mail.events.topicArn,
      RequestedSet: mail.requested.configurationSetName,
      FollowUpsSet: mail.followUps.configurationSetName,
      ApiEndpoint: api.apiEndpoint,
    };
    for (const [name, value] of Object.entries(printed))
      new CfnOutput(this, name, { value, description: "For npm run doctor and redrive." });
    new CfnOutput(this, "TableName", {
      value: table.tableName,
      description: "Everything that was ever sent.",
    });
  }
}
