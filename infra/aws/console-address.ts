import { FunctionUrlAuthType, InvokeMode, type Function as LambdaFunction } from "aws-cdk-lib/aws-lambda";

/**
 * Gives the console an address that sends an answer on while it is made, so that an export may be of any length; an
 * HTTP API holds it back until it is whole, and takes six megabytes at most. Open to everybody as far as Lambda is
 * concerned: CloudFront could sign its requests, but a browser would have to add the hash of each form it posts. The
 * console itself answers nobody who does not show CloudFront's secret (origin-check.ts).
 */
export function consoleAddress(console: LambdaFunction): string {
  return console.addFunctionUrl({
    authType: FunctionUrlAuthType.NONE,
    invokeMode: InvokeMode.RESPONSE_STREAM,
  }).url;
}
