/** Answers of AWS in the shape it documents for each call; a call that is not among them fails the test. */
import { createServer, type IncomingMessage } from "node:http";
import { listen } from "../../../infra/local/listen.ts";
import { closing } from "../../../infra/local/table-server.ts";

/** By call: XML for the services that speak it, an object for the others; an Error is refused with its name. */
export type Answers = Readonly<Record<string, string | object | Error>>;

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

/** Returns the name of a call: its Action, its target or its path; a topic asked about goes with it. */
function callOf(request: IncomingMessage, body: string): string {
  const target =
    String(request.headers["x-amz-target"] ?? "")
      .split(".")
      .at(-1) ?? "";
  if (target !== "") return target;
  const form = new URLSearchParams(body);
  const topic = form.get("TopicArn")?.split(":").at(-1);
  const action = form.get("Action");
  if (action !== null) return topic === undefined ? action : `${action} ${topic}`;
  return `${request.method} ${request.url}`;
}

function refusal(error: Error, xml: boolean): string {
  return xml
    ? `<ErrorResponse><Error><Code>${error.name}</Code><Message>${error.message}</Message></Error></ErrorResponse>`
    : JSON.stringify({ __type: error.name, message: error.message });
}

/** Starts a stand-in of AWS; `calls` collects what it was asked. */
export async function startRecordedAws(answers: Answers) {
  const calls: string[] = [];
  const server = createServer(async (request, response) => {
    const body = await textOf(request);
    const call = callOf(request, body);
    calls.push(call);
    const answer = answers[call] ?? new Error(`nothing recorded for ${call}`);
    const xml = typeof answer === "string" || body.startsWith("Action=") || body.includes("&Action=");
    if (answer instanceof Error)
      response
        .writeHead(400, {
          "content-type": xml ? "text/xml" : "application/json",
          "x-amzn-errortype": answer.name,
        })
        .end(refusal(answer, xml));
    else
      response
        .writeHead(200, { "content-type": xml ? "text/xml" : "application/json" })
        .end(typeof answer === "string" ? answer : JSON.stringify(answer));
  });
  const endpoint = `http://127.0.0.1:${await listen(server, 0)}`;
  return { endpoint, calls, close: closing(server) };
}
