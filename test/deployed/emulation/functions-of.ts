import type { LocalServer } from "../../../infra/local/table-server.ts";
import type { Assembly } from "./assembly.ts";
import { object } from "./json.ts";
import { LambdaFunction } from "./lambda-function.ts";

/**
 * Returns the functions of the stack by logical id, each with the variables that the template gives it.
 * @param endpointOf starts the endpoint of a function's calls to AWS
 */
export async function functionsOf(
  { template, assetFolder }: Assembly,
  endpointOf: (id: string) => Promise<LocalServer>,
): Promise<Map<string, LambdaFunction>> {
  const functions = new Map<string, LambdaFunction>();
  for (const [id, { Code, Handler, MemorySize, Timeout, Environment }] of template.ofType(
    "AWS::Lambda::Function",
  )) {
    // Not the CDK's own, which run while a deployment runs.
    if (!id.startsWith("Functions")) continue;
    const { endpoint } = await endpointOf(id);
    const variables = Object.entries(object(object(Environment).Variables));
    functions.set(
      id,
      new LambdaFunction({
        name: id,
        folder: assetFolder(String(object(Code).S3Key)),
        handler: String(Handler),
        memorySize: Number(MemorySize),
        timeoutSeconds: Number(Timeout),
        variables: Object.fromEntries(variables.map(([name, value]) => [name, String(value)])),
        endpoints: { AWS_ENDPOINT_URL: endpoint },
      }),
    );
  }
  return functions;
}
