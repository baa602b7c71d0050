/** What Lambda's own Node runtime does: loads the handler, then asks for one event after the other. */
import { readFileSync } from "node:fs";
import http from "node:http";
import path from "node:path";
import { pathToFileURL } from "node:url";

/** What is to happen in days cannot be waited for: the clock of a process may be ahead. */
const ahead = Number(process.env.EMULATED_CLOCK_AHEAD_MS);
delete process.env.EMULATED_CLOCK_AHEAD_MS;
if (ahead > 0) {
  const RealDate = Date;
  globalThis.Date = class extends RealDate {
    constructor(...given) {
      super(...(given.length === 0 ? [RealDate.now() + ahead] : given));
    }
    static now() {
      return RealDate.now() + ahead;
    }
  };
}

const [host, port] = process.env.AWS_LAMBDA_RUNTIME_API.split(":");
const [file, exported] = process.env._HANDLER.split(".");
const agent = new http.Agent({ keepAlive: true });

/** The peak since the program was loaded; maxRSS would start with the peak of whoever started the process. */
function peakKilobytes() {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync("/proc/self/status", "utf8"))?.[1]);
  } catch {
    return process.memoryUsage.rss() / 1024;
  }
}

/** What the process has used so far, for the benches. */
function usage() {
  const { user, system } = process.cpuUsage();
  return { "x-cpu-microseconds": user + system, "x-peak-kilobytes": peakKilobytes() };
}

function ask(method, where, body) {
  return new Promise((resolve, reject) => {
    const options = { host, port, agent, method, path: `/2018-06-01/runtime/${where}`, headers: usage() };
    const request = http.request(options, (response) => {
      let text = "";
      response.setEncoding("utf8");
      response.on("data", (chunk) => {
        text += chunk;
      });
      response.on("end", () => resolve({ headers: response.headers, text }));
    });
    request.on("error", reject);
    request.end(body);
  });
}

const described = (error) =>
  JSON.stringify({ errorType: error?.name ?? "Error", errorMessage: String(error?.message ?? error) });

let handler;
try {
  const module = await import(pathToFileURL(path.join(process.env.LAMBDA_TASK_ROOT, `${file}.mjs`)).href);
  handler = module[exported];
  if (typeof handler !== "function") throw new TypeError(`${process.env._HANDLER} is no function`);
} catch (error) {
  await ask("POST", "init/error", described(error));
  process.exit(1);
}
for (;;) {
  const { headers, text } = await ask("GET", "invocation/next");
  const id = headers["lambda-runtime-aws-request-id"];
  process.env._X_AMZN_TRACE_ID = headers["lambda-runtime-trace-id"];
  const context = {
    awsRequestId: id,
    functionName: process.env.AWS_LAMBDA_FUNCTION_NAME,
    memoryLimitInMB: process.env.AWS_LAMBDA_FUNCTION_MEMORY_SIZE,
    getRemainingTimeInMillis: () => Number(headers["lambda-runtime-deadline-ms"]) - Date.now(),
  };
  try {
    const answer = await handler(JSON.parse(text), context);
    await ask("POST", `invocation/${id}/response`, JSON.stringify(answer) ?? "null");
  } catch (error) {
    await ask("POST", `invocation/${id}/error`, described(error));
  }
}
