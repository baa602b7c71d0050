/** A server between the code and the SES emulator that fails as SES does, on request. */
import { EventEmitter, once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { listen } from "../../infra/local/listen.ts";
import { closing } from "../../infra/local/table-server.ts";

/** cut: SES takes the mail, but its answer is lost. hang: no answer ever, and the mail is lost. */
export type GateBehavior = "pass" | "throttle" | "reject" | "fail" | "cut" | "hang";

export interface MailGate {
  endpoint: string;
  /** How the next requests go, one each; afterwards everything passes. */
  next: GateBehavior[];
  /** Settles when a request is left hanging. */
  hanging: Promise<unknown>;
  stop(): Promise<void>;
}

const refusals: Partial<Record<GateBehavior, { status: number; code: string }>> = {
  throttle: { status: 400, code: "Throttling" },
  reject: { status: 400, code: "MessageRejected" },
  fail: { status: 503, code: "ServiceUnavailable" },
};

const refusal = (code: string) =>
  `<ErrorResponse><Error><Type>Sender</Type><Code>${code}</Code><Message>${code}</Message></Error></ErrorResponse>`;

async function forward(request: IncomingMessage, body: Buffer, mailEndpoint: string): Promise<Response> {
  const type = request.headers["content-type"] ?? "";
  return fetch(`${mailEndpoint}${request.url}`, {
    method: "POST",
    headers: { "content-type": type, authorization: request.headers.authorization ?? "" },
    body: Uint8Array.from(body),
  });
}

export async function startMailGate(mailEndpoint: string): Promise<MailGate> {
  const next: GateBehavior[] = [];
  const events = new EventEmitter();

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = Buffer.concat(await request.toArray());
    const behavior = next.shift() ?? "pass";
    if (behavior === "hang") {
      events.emit("hanging");
      return;
    }
    const refused = refusals[behavior];
    if (refused !== undefined) {
      response.writeHead(refused.status, { "content-type": "text/xml" }).end(refusal(refused.code));
      return;
    }
    const passed = await forward(request, body, mailEndpoint);
    const text = await passed.text();
    if (behavior === "cut") request.socket.destroy();
    else response.writeHead(passed.status, { "content-type": "text/xml" }).end(text);
  }

  const server = createServer((request, response) => {
    answer(request, response).catch(() => request.socket.destroy());
  });
  const port = await listen(server, 0);
  return {
    endpoint: `http://127.0.0.1:${port}`,
    next,
    hanging: once(events, "hanging"),
    stop: closing(server),
  };
}
