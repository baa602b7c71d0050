import { DynamoDBClient, type DynamoDBClientConfig } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";

export interface Table {
  client: DynamoDBDocumentClient;
  name: string;
}

/** Returns the table; an `endpoint` in `config` points it at another server than AWS. */
export function openTable(name: string, config: DynamoDBClientConfig): Table {
  const client = new DynamoDBClient({
    // A visitor waits for the answer: better a clear 503 than a page that hangs.
    requestHandler: { connectionTimeout: 1_000, requestTimeout: 5_000, throwOnRequestTimeout: true },
    maxAttempts: 3,
    ...config,
  });
  return {
    client: DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } }),
    name,
  };
}
