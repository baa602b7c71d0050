/** Where one function's calls to AWS arrive: each is written down, then answered by the stand-in of its service. */
import { createHash, randomUUID } from "node:crypto";
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from "node:http";
import { listen } from "../../../infra/local/listen.ts";
import { closing, type LocalServer } from "../../../infra/local/table-server.ts";
import type { RecordCall } from "./calls.ts";
import type { SentMail } from "./mail-events.ts";
import { bodyOf } from "./runtime-api.ts";
import type { TableStream } from "./table-stream.ts";
import { account, region } from "./template.ts";

export interface Services {
  tableEndpoint: string;
  mailEndpoint: string;
  stream: TableStream;
  /** Takes a message for the queue at this address. */
  enqueue(queueUrl: string, body: string): void;
  /** SES has taken a mail. */
  sent(mail: SentMail): void;
}

interface Answer {
  status: number;
  body: string | Buffer;
  type?: string | undefined;
}

async function forward(endpoint: string, request: IncomingMessage, body: Buffer): Promise<Answer> {
  const {
    host: _,
    connection: __,
    "content-length": ___,
    "transfer-encoding": ____,
    ...headers
  } = request.headers;
  const response = await fetch(`${endpoint}${request.url ?? "/"}`, {
    method: request.method ?? "POST",
    headers: asFetchHeaders(headers),
    body: new Uint8Array(body),
  });
  return {
    status: response.status,
    body: Buffer.from(await response.arrayBuffer()),
    type: response.headers.get("content-type") ?? undefined,
  };
}

const asFetchHeaders = (headers: IncomingHttpHeaders) =>
  Object.entries(headers).flatMap(([name, value]): [string, string][] =>
    value === undefined || name === "expect" ? [] : [[name, String(value)]],
  );

const writes = new Set(["PutItem", "UpdateItem", "DeleteItem"]);

async function answerTable(request: IncomingMessage, raw: Buffer, services: Services, record: RecordCall) {
  const action = String(request.headers["x-amz-target"]).split(".")[1] ?? "";
  const body = JSON.parse(raw.toString("utf8"));
  const name = body.TableName ?? Object.keys(body.RequestItems ?? {})[0];
  const table = `arn:aws:dynamodb:${region}:${account}:table/${name}`;
  const resource = body.IndexName === undefined ? table : `${table}/index/${body.IndexName}`;
  const asking = Buffer.from(JSON.stringify({ ...body, ReturnConsumedCapacity: "INDEXES" }));
  const make = () => forward(services.tableEndpoint, request, asking);
  const answer = await (writes.has(action) ? services.stream.seeThrough(body, make) : make());
  const units = JSON.parse(answer.body.toString()).ConsumedCapacity?.CapacityUnits ?? 0;
  record({ action: `dynamodb:${action}`, resources: [resource], context: {}, units });
  return answer;
}

function answerQueue(request: IncomingMessage, raw: Buffer, services: Services, record: RecordCall): Answer {
  const action = String(request.headers["x-amz-target"]).split(".")[1] ?? "";
  if (action !== "SendMessageBatch") throw new Error(`The queue stand-in does not know ${action}.`);
  const { QueueUrl, Entries } = JSON.parse(raw.toString("utf8"));
  const name = String(QueueUrl).split("/").at(-1);
  // A batch needs the permission of a single message.
  record({ action: "sqs:SendMessage", resources: [`arn:aws:sqs:${region}:${account}:${name}`], context: {} });
  const Successful = (Entries as { Id: string; MessageBody: string }[]).map(({ Id, MessageBody }) => {
    services.enqueue(String(QueueUrl), MessageBody);
    return {
      Id,
      MessageId: randomUUID(),
      MD5OfMessageBody: createHash("md5").update(MessageBody).digest("hex"),
    };
  });
  return {
    status: 200,
    body: JSON.stringify({ Successful, Failed: [] }),
    type: "application/x-amz-json-1.0",
  };
}

const members = (form: URLSearchParams, name: string) =>
  [...form].filter(([key]) => key.startsWith(`${name}.member.`)).map(([, value]) => value);

async function answerMail(request: IncomingMessage, raw: Buffer, services: Services, record: RecordCall) {
  const form = new URLSearchParams(raw.toString("utf8"));
  const source = form.get("Source") ?? "";
  const set = form.get("ConfigurationSetName");
  const ses = (kind: string, name: string) => `arn:aws:ses:${region}:${account}:${kind}/${name}`;
  record({
    action: `ses:${form.get("Action")}`,
    resources: [
      ses("identity", source.slice(source.lastIndexOf("@") + 1)),
      ...(set === null ? [] : [ses("configuration-set", set)]),
    ],
    context: { "ses:FromAddress": source },
  });
  const answer = await forward(services.mailEndpoint, request, raw);
  const messageId = /<MessageId>([^<]+)/.exec(answer.body.toString())?.[1];
  if (answer.status === 200 && messageId !== undefined && set !== null) {
    const names = [...form].filter(([key]) => /^Tags\.member\.\d+\.Name$/.test(key));
    const tags = names.map(([key, name]) => [name, form.get(key.replace(/Name$/, "Value")) ?? ""]);
    services.sent({
      messageId,
      source,
      destinations: members(form, "Destinations"),
      tags: Object.fromEntries(tags),
      configurationSet: set,
    });
  }
  return answer;
}

function route(request: IncomingMessage, raw: Buffer, services: Services, record: RecordCall) {
  const target = String(request.headers["x-amz-target"] ?? "");
  if (target.startsWith("DynamoDB_20120810.")) return answerTable(request, raw, services, record);
  if (target.startsWith("AmazonSQS.")) return answerQueue(request, raw, services, record);
  if (String(request.headers["content-type"]).startsWith("application/x-www-form-urlencoded"))
    return answerMail(request, raw, services, record);
  throw new Error(`No stand-in knows ${request.method} ${request.url} ${target}.`);
}

/** Starts the endpoint of one function. */
export async function startAwsEndpoint(services: Services, record: RecordCall): Promise<LocalServer> {
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const { status, body, type } = await route(request, await bodyOf(request), services, record);
    response.writeHead(status, {
      "content-type": type ?? "application/x-amz-json-1.0",
      "x-amzn-requestid": randomUUID(),
    });
    response.end(body);
  };
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      // No code of the SDK's: whatever asked for this cannot take it for an answer of AWS.
      response.writeHead(418, { "content-type": "text/plain" }).end(String(error));
    });
  });
  // The SDK keeps its connections over pauses; one closed under it would look like a fault of AWS.
  server.keepAliveTimeout = 0;
  const port = await listen(server, 0);
  return { port, endpoint: `http://127.0.0.1:${port}`, close: closing(server) };
}
