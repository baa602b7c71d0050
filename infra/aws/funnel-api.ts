import { RemovalPolicy } from "aws-cdk-lib";
import { AccessLogField, AccessLogFormat } from "aws-cdk-lib/aws-apigateway";
import {
  type CfnStage,
  HttpApi,
  HttpMethod,
  HttpStage,
  LogGroupLogDestination,
} from "aws-cdk-lib/aws-apigatewayv2";
import { HttpLambdaIntegration } from "aws-cdk-lib/aws-apigatewayv2-integrations";
import type { IFunction } from "aws-cdk-lib/aws-lambda";
import { LogGroup, type RetentionDays } from "aws-cdk-lib/aws-logs";
import type { Construct } from "constructs";
import { appPaths, consolePath } from "../routing.ts";

/** Far above what people do, far below what a flood does; the visitor sees 429. */
const throttle = { rateLimit: 50, burstLimit: 100 };

/** Events have a limit of their own, so that a flood of them cannot keep a submission out. */
const events = { path: "/api/events", throttle: { ThrottlingRateLimit: 20, ThrottlingBurstLimit: 40 } };

/** What the documents function answers; API Gateway prefers the more exact route. */
const documentPaths = ["/r/{token}/report.pdf", "/api/openapi.json", "/api/webhooks/schema"];

interface Props {
  /** Answers everything but the documents. */
  app: IFunction;
  documents: IFunction;
  consoleApp: IFunction;
  logDays: RetentionDays;
}

/** Neither network address nor path: the first is a person's, the second opens a person's report. */
const accessLog = AccessLogFormat.custom(
  JSON.stringify({
    requestId: AccessLogField.contextRequestId(),
    time: AccessLogField.contextRequestTime(),
    route: "$context.routeKey",
    status: AccessLogField.contextStatus(),
    bytes: AccessLogField.contextResponseLength(),
    milliseconds: AccessLogField.contextResponseLatency(),
    error: "$context.integrationErrorMessage",
  }),
);

/** Returns the HTTP API that hands every request under the paths of the app to its functions. */
export function funnelApi(scope: Construct, { app, documents, consoleApp, logDays }: Props): HttpApi {
  const api = new HttpApi(scope, "HttpApi", { createDefaultStage: false });
  const toApp = new HttpLambdaIntegration("App", app);
  const eventRoutes = api.addRoutes({ path: events.path, methods: [HttpMethod.POST], integration: toApp });
  const stage = new HttpStage(scope, "HttpStage", {
    httpApi: api,
    stageName: "$default",
    autoDeploy: true,
    throttle,
    accessLogSettings: {
      destination: new LogGroupLogDestination(
        new LogGroup(scope, "AccessLog", { retention: logDays, removalPolicy: RemovalPolicy.DESTROY }),
      ),
      format: accessLog,
    },
  });
  const settings = stage.node.defaultChild as CfnStage;
  settings.routeSettings = { [`POST ${events.path}`]: events.throttle };
  // A setting for a route that is not there yet stops the deployment.
  stage.node.addDependency(...eventRoutes);
  for (const path of appPaths)
    api.addRoutes({ path: `${path}/{proxy+}`, methods: [HttpMethod.ANY], integration: toApp });
  const toConsole = new HttpLambdaIntegration("Console", consoleApp);
  for (const path of [consolePath, `${consolePath}/{proxy+}`])
    api.addRoutes({ path, methods: [HttpMethod.ANY], integration: toConsole });
  const toDocuments = new HttpLambdaIntegration("Documents", documents);
  for (const path of documentPaths)
    api.addRoutes({ path, methods: [HttpMethod.GET], integration: toDocuments });
  return api;
}
