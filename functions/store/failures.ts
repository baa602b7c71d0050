import { ConditionalCheckFailedException } from "@aws-sdk/client-dynamodb";

/** The table did not answer, or refused for a while. Nothing can be said about what was written. */
export class TableUnavailable extends Error {
  override name = "TableUnavailable";
}

const passing = new Set([
  "ProvisionedThroughputExceededException",
  "ThrottlingException",
  "RequestLimitExceeded",
  "LimitExceededException",
  "ResourceNotFoundException",
  "InternalServerError",
  "ServiceUnavailable",
  "TimeoutError",
  "ECONNREFUSED",
  "ECONNRESET",
  "EPIPE",
  "ENOTFOUND",
  "ETIMEDOUT",
]);

function saysUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (passing.has(error.name) || ("code" in error && passing.has(String(error.code)))) return true;
  const metadata: unknown = Reflect.get(error, "$metadata");
  const status: unknown =
    metadata !== null && typeof metadata === "object" ? Reflect.get(metadata, "httpStatusCode") : undefined;
  return typeof status === "number" && status >= 500;
}

/**
 * Returns what a table call returned.
 * @throws TableUnavailable when the table cannot be reached; anything unexpected is thrown on as it came
 */
export async function reaching<T>(call: Promise<T>): Promise<T> {
  try {
    return await call;
  } catch (error) {
    if (saysUnavailable(error)) throw new TableUnavailable("The table did not answer.", { cause: error });
    throw error;
  }
}

/** Returns true when the write was made, false when its condition did not hold. */
export async function madeUnlessConditionFails(write: Promise<unknown>): Promise<boolean> {
  try {
    await reaching(write);
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
}
