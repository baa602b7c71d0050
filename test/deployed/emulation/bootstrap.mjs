/** What Lambda's own Node runtime does: loads the handler, then asks for one event after the other. */
import path from "node:path";
import { pathToFileURL } from "node:url";

const api = `http://${process.env.AWS_LAMBDA_RUNTIME_API}/2018-06-01/runtime`;
const [file, exported] = process.env._HANDLER.split(".");

const post = (where, body) =>
  fetch(`${api}/${where}`, { method: "POST", body: JSON.stringify(body) ?? "null" });
const described = (error) => ({
  errorType: error?.name ?? "Error",
  errorMessage: String(error?.message ?? error),
});

let handler;
try {
  const module = await import(pathToFileURL(path.join(process.env.LAMBDA_TASK_ROOT, `${file}.mjs`)).href);
  handler = module[exported];
  if (typeof handler !== "function") throw new TypeError(`${process.env._HANDLER} is no function`);
} catch (error) {
  await post("init/error", described(error));
  process.exit(1);
}
for (;;) {
  const next = await fetch(`${api}/invocation/next`);
  const id = next.headers.get("lambda-runtime-aws-request-id");
  process.env._X_AMZN_TRACE_ID = next.headers.get("lambda-runtime-trace-id");
  const event = await next.json();
  const context = {
    awsRequestId: id,
    functionName: process.env.AWS_LAMBDA_FUNCTION_NAME,
    memoryLimitInMB: process.env.AWS_LAMBDA_FUNCTION_MEMORY_SIZE,
    getRemainingTimeInMillis: () => Number(next.headers.get("lambda-runtime-deadline-ms")) - Date.now(),
  };
  try {
    await post(`invocation/${id}/response`, await handler(event, context));
  } catch (error) {
    await post(`invocation/${id}/error`, described(error));
  }
}
