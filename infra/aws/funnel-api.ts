import { type CfnStage, HttpApi, HttpMethod, HttpStage } from "aws-cdk-lib/aws-apigatewayv2";
import { HttpLambdaIntegration } from "aws-cdk-lib/aws-apigatewayv2-integrations";
import type { IFunction } from "aws-cdk-lib/aws-lambda";
import type { Construct } from "constructs";

/** Far above what people do, far below what a flood does; the visitor sees 429. */
const throttle = { rateLimit: 50, burstLimit: 100 };

/** Events have a limit of their own, so that a flood of them cannot keep a submission out. */
const events = { path: "/api/events", throttle: { ThrottlingRateLimit: 20, ThrottlingBurstLimit: 40 } };

/** Returns the HTTP API that hands every request under /api and /r to this function. */
export function funnelApi(scope: Construct, handler: IFunction): HttpApi {
  const api = new HttpApi(scope, "HttpApi", { createDefaultStage: false });
  const integration = new HttpLambdaIntegration("App", handler);
  const eventRoutes = api.addRoutes({ path: events.path, methods: [HttpMethod.POST], integration });
  const stage = new HttpStage(scope, "HttpStage", {
    httpApi: api,
    stageName: "$default",
    autoDeploy: true,
    throttle,
  });
  const settings = stage.node.defaultChild as CfnStage;
  settings.routeSettings = { [`POST ${events.path}`]: events.throttle };
  // A setting for a route that is not there yet stops the deployment.
  stage.node.addDependency(...eventRoutes);
  for (const path of ["/api/{proxy+}", "/r/{proxy+}"])
    api.addRoutes({ path, methods: [HttpMethod.ANY], integration });
  return api;
}
