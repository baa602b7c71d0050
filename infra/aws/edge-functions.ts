import type { FunctionAssociation } from "aws-cdk-lib/aws-cloudfront";
import {
  Function as EdgeFunction,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
} from "aws-cdk-lib/aws-cloudfront";
import type { Construct } from "constructs";
import { viewerAddressHeader } from "#functions/api/request-source.ts";

/** Pages are folders with an index.html, which a bucket behind origin access control does not look for by itself. */
export const sitePathsCode = `function handler(event) {
  var request = event.request;
  if (request.uri.endsWith("/")) request.uri += "index.html";
  else if (!request.uri.split("/").pop().includes(".")) request.uri += "/index.html";
  return request;
}
`;

/** Passes on the visitor's network address, which API Gateway does not see behind CloudFront. */
export const viewerAddressCode = `function handler(event) {
  var request = event.request;
  request.headers["${viewerAddressHeader}"] = { value: event.viewer.ip };
  return request;
}
`;

/** Returns the association that runs this code at CloudFront for each request. */
export function onViewerRequest(scope: Construct, id: string, code: string): FunctionAssociation {
  return {
    eventType: FunctionEventType.VIEWER_REQUEST,
    function: new EdgeFunction(scope, id, {
      code: FunctionCode.fromInline(code),
      runtime: FunctionRuntime.JS_2_0,
    }),
  };
}
