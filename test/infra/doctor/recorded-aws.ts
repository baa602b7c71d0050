/** Answers of AWS, written down: what each service says to a call, in the way it says it. */
import { createServer, type IncomingMessage } from "node:http";
import { listen } from "../../../infra/local/listen.ts";
import type { LocalServer } from "../../../infra/local/table-server.ts";
import { closing } from "../../../infra/local/table-server.ts";
import { bodyOf } from "../../deployed/emulation/runtime-api.ts";

/** By operation ("GetCallerIdentity") or, where a service tells by address, by its path; null is "not found". */
export type Recorded = Readonly<Record<string, unknown>>;

interface Asked {
  name: string;
  xml: boolean;
}

async function askedBy(request: IncomingMessage): Promise<Asked> {
  const body = (await bodyOf(request)).toString();
  const target = request.headers["x-amz-target"];
  if (target !== undefined) return { name: String(target).split(".").at(-1) ?? "", xml: false };
  const action = new URLSearchParams(body).get("Action");
  if (action !== null) return { name: action, xml: true };
  return { name: decodeURIComponent(request.url ?? ""), xml: false };
}

function asXml(value: unknown): string {
  if (Array.isArray(value)) return value.map((one) => `<member>${asXml(one)}</member>`).join("");
  if (typeof value === "object" && value !== null)
    return Object.entries(value)
      .map(([name, inner]) => `<${name}>${asXml(inner)}</${name}>`)
      .join("");
  return String(value);
}

/** Starts a server that says what is recorded; asked for anything else, it refuses as IAM would. */
export async function startRecordedAws(recorded: () => Recorded): Promise<LocalServer> {
  const server = createServer(async (request, response) => {
    const { name, xml } = await askedBy(request);
    const answer = recorded()[name];
    if (answer === undefined || answer === null) {
      const type = answer === null ? "NotFoundException" : "AccessDeniedException";
      response
        .writeHead(answer === null ? 404 : 403, {
          "content-type": "application/json",
          "x-amzn-errortype": type,
        })
        .end(JSON.stringify({ __type: type, message: `${name} is not recorded` }));
      return;
    }
    const body = xml
      ? `<${name}Response><${name}Result>${asXml(answer)}</${name}Result></${name}Response>`
      : JSON.stringify(answer);
    response.writeHead(200, { "content-type": xml ? "text/xml" : "application/json" }).end(body);
  });
  const port = await listen(server, 0);
  return { port, endpoint: `http://127.0.0.1:${port}`, close: closing(server) };
}
