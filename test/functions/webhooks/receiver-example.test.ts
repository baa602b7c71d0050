import { createHmac } from "node:crypto";
import { createServer } from "node:http";
import { getRequestListener } from "@hono/node-server";
import { afterAll, beforeAll, expect, it } from "vitest";
import { erasedMessage } from "#functions/webhooks/lead-messages.ts";
import { createReceiver } from "#functions/webhooks/receiver-example/receiver.ts";
import { createWebhookSender } from "#functions/webhooks/send-webhook.ts";
import { signedHeaders } from "#functions/webhooks/signature.ts";
import { webhookSecretsSchema } from "#functions/webhooks/webhook-secret.ts";
import type { LeadEvent } from "#shared/webhooks/lead-event.ts";
import { listen } from "../../../infra/local/listen.ts";
import { closing } from "../../../infra/local/table-server.ts";

const secret = `whsec_${Buffer.alloc(32, 7).toString("base64")}`;
const older = `whsec_${Buffer.alloc(32, 8).toString("base64")}`;
const now = () => new Date();

const taken: LeadEvent[] = [];
let failing = false;
const receiver = createReceiver({
  secret,
  now,
  take: async (event) => {
    if (failing) throw new Error("busy");
    taken.push(event);
  },
});
receiver.onError((_, context) => context.text("Try again.", 500));
const server = createServer(getRequestListener(receiver.fetch));
let url = "";
beforeAll(async () => {
  url = `http://127.0.0.1:${await listen(server, 0)}/`;
});
afterAll(closing(server));

const target = { secrets: [secret], allowLocal: true, now };
const send = (changes: Partial<Parameters<typeof createWebhookSender>[0]> = {}) =>
  createWebhookSender({ url, ...target, ...changes });
const message = () => erasedMessage(crypto.randomUUID(), "2026-11-25T08:00:00.000Z");

it("takes a message that is signed by the sender, and takes it once however often it comes", async () => {
  const sent = message();
  const before = taken.length;
  await send()(sent);
  await send()(sent);
  expect(taken.slice(before).map(({ type }) => type)).toEqual(["lead.erased"]);
});

it("takes a message again whose first try it could not finish", async () => {
  const sent = message();
  failing = true;
  await expect(send()(sent)).rejects.toMatchObject({ code: "http-500" });
  failing = false;
  const before = taken.length;
  await send()(sent);
  expect(taken).toHaveLength(before + 1);
});

it("takes a message signed with the new and the old secret while they change over", async () => {
  const before = taken.length;
  await send({ secrets: [older, secret] })(message());
  expect(taken).toHaveLength(before + 1);
});

it.each([
  ["a message signed with another secret", { secrets: [older] }],
  ["a message signed ten minutes ago", { now: () => new Date(Date.now() - 600_000) }],
  ["a message signed ten minutes from now", { now: () => new Date(Date.now() + 600_000) }],
])("refuses %s", async (_, changes) => {
  const before = taken.length;
  await expect(send(changes)(message())).rejects.toMatchObject({ code: "http-401" });
  expect(taken).toHaveLength(before);
});

it("refuses a genuine signature over another body, and under another id", async () => {
  const [genuine, other] = [message(), message()];
  const headers = signedHeaders([secret], genuine, now());
  const post = (body: string, changed: Record<string, string>) =>
    fetch(url, { method: "POST", body, headers: { ...headers, ...changed } });
  const before = taken.length;
  expect((await post(other.body, {})).status).toBe(401);
  expect((await post(genuine.body, { "webhook-id": other.id })).status).toBe(401);
  expect((await post(genuine.body, { "webhook-timestamp": "1" })).status).toBe(401);
  expect(taken).toHaveLength(before);
});

it("signs as the specification says: HMAC-SHA256 over id, time and body, in base64", () => {
  const at = new Date("2026-11-25T08:00:00.500Z");
  const headers = signedHeaders([secret], { id: "msg_1", body: '{"a":1}' }, at);
  const expected = createHmac("sha256", Buffer.alloc(32, 7)).update('msg_1.1795593600.{"a":1}');
  expect(headers).toEqual({
    "webhook-id": "msg_1",
    "webhook-timestamp": "1795593600",
    "webhook-signature": `v1,${expected.digest("base64")}`,
  });
});

it.each([
  "",
  "whsec_",
  "whsec_c2hvcnQ=",
  "secret",
  `${secret} ${older} ${secret}`,
  `whsec_${"!".repeat(40)}`,
])("accepts no secret that signs nothing: %s", (text) => {
  expect(webhookSecretsSchema.safeParse(text).success).toBe(false);
});
