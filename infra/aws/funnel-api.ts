import { HttpApi, HttpMethod, HttpStage } from "aws-cdk-lib/aws-apigatewayv2";
import { HttpLambdaIntegration } from "aws-cdk-lib/aws-apigatewayv2-integrations";
import type { IFunction } from "aws-cdk-lib/aws-lambda";
import type { Construct } from "constructs";

/** Far above what people do, far below what a flood does; the visitor sees 429. */
const throttle = { rateLimit: 50, burstLimit: 100 };

/** Returns the HTTP API that hands every request under /api and /r to this function. */
export function funnelApi(scope: Construct, handler: IFunction): HttpApi {
  const api = new HttpApi(scope, "HttpApi", { createDefaultStage: false });
  new HttpStage(scope, "HttpStage", { httpApi: api, stageName: "$default", autoDeploy: true, throttle });
  const integration = new HttpLambdaIntegration("App", handler);
  for (const path of ["/api/{proxy+}", "/r/{proxy+}"])
    api.addRoutes({ path, methods: [HttpMethod.ANY], integration });
  return api;
}
