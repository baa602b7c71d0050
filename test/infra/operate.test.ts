import { createServer, type Server } from "node:http";
import { SQSClient } from "@aws-sdk/client-sqs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { listen } from "../../infra/local/listen.ts";
import { outputsOf } from "../../infra/operate/command.ts";
import { redriveEvents } from "../../infra/operate/redrive-events.ts";
import { nextVersion } from "../../infra/operate/secret-version.ts";

const one = "1".repeat(64);
const two = "2".repeat(64);
const three = "3".repeat(64);

describe("a secret that is replaced", () => {
  it("keeps the one until now beside it, and the first for good", () => {
    const once = nextVersion(JSON.stringify({ first: one }), two);
    expect(once).toEqual({ first: one, current: two, previous: one });
    expect(nextVersion(JSON.stringify(once), three)).toEqual({ first: one, current: three, previous: two });
  });

  it.each(["not json", "{}", '{"first":"short"}'])("is refused when it is none of ours: %s", (stored) => {
    expect(() => nextVersion(stored, two)).toThrow();
  });
});

describe("the outputs of a stack", () => {
  it("are found by the start of their name, and their absence says what to do", () => {
    const output = outputsOf({ Outputs: [{ OutputKey: "TableNameX1", OutputValue: "table" }] });
    expect(output("TableName")).toBe("table");
    expect(() => output("FailedStepsArn")).toThrow("deploy this version first");
  });
});

describe("failed events handed out again", () => {
  const waiting = ["a", "b", "c"].map((Body) => ({ MessageId: Body, ReceiptHandle: `handle-${Body}`, Body }));
  const deleted: string[] = [];
  let server: Server;
  let sqs: SQSClient;

  beforeAll(async () => {
    server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on("data", (chunk: Buffer) => chunks.push(chunk));
      request.on("end", () => {
        const body = JSON.parse(Buffer.concat(chunks).toString());
        const deletes = String(request.headers["x-amz-target"]).endsWith("DeleteMessage");
        if (deletes) deleted.push(body.ReceiptHandle);
        // Each is out of sight once received.
        const answer = deletes ? {} : { Messages: waiting.splice(0, 2) };
        response.writeHead(200, { "content-type": "application/x-amz-json-1.0" }).end(JSON.stringify(answer));
      });
    });
    const credentials = { accessKeyId: "local", secretAccessKey: "local" };
    const endpoint = `http://127.0.0.1:${await listen(server, 0)}`;
    sqs = new SQSClient({
      region: "us-east-1",
      endpoint,
      useQueueUrlAsEndpoint: false,
      md5: false,
      credentials,
    });
  });

  afterAll(() => {
    sqs.destroy();
    server.close();
  });

  it("are deleted once done; what fails again stays", async () => {
    const redone = await redriveEvents(sqs, "https://sqs.us-east-1.amazonaws.com/0/failed", async (body) => {
      if (body === "b") throw new Error("still broken");
      return true;
    });
    expect(redone).toEqual({ done: 2, failed: 1 });
    expect(deleted).toEqual(["handle-a", "handle-c"]);
  });
});
