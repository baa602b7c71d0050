import { GetCommand } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { confirmAddress, forgetAddress, readAddress, takeMailSlot } from "#functions/store/addresses.ts";
import { noteSoftBounce } from "#functions/store/soft-bounces.ts";
import { liftSuppression, type Suppression, suppressAddress } from "#functions/store/suppressions.ts";
import { type LocalServices, startLocalServices } from "../local-services.ts";

let services: LocalServices;
let key: string;

beforeAll(async () => {
  services = await startLocalServices();
});
afterAll(() => services.stop());
beforeEach(() => {
  key = crypto.randomUUID();
});

const at = (day: number) => new Date(Date.UTC(2030, 0, day));
const suppressed = async () => (await readAddress(services.table, key)).suppressed;
const lift = (seen: Suppression, day: number) =>
  liftSuppression(services.table, key, { seen, by: "admin-1", at: at(day), expiresAt: 2_000_000_000 });
const bounced: Suppression = {
  why: "bounce",
  at: at(1).toISOString(),
  reasons: { bounce: at(1).toISOString() },
};

test("a suppression is lifted by somebody, and who, when and what stays written down", async () => {
  await suppressAddress(services.table, key, "bounce", at(1));
  expect(await lift(bounced, 2)).toBe(true);
  expect(await readAddress(services.table, key)).toEqual({
    lifts: [{ at: at(2).toISOString(), by: "admin-1", reasons: bounced.reasons }],
  });
  expect(await lift(bounced, 3)).toBe(false);
});

test("a reason added meanwhile is not lifted unseen", async () => {
  await suppressAddress(services.table, key, "bounce", at(1));
  await suppressAddress(services.table, key, "complaint", at(2));
  expect(await lift(bounced, 3)).toBe(false);
  expect((await suppressed())?.why).toBe("bounce");
});

test("old news that comes again after a lift suppress nothing; new ones do", async () => {
  await suppressAddress(services.table, key, "bounce", at(1));
  await lift(bounced, 3);
  await suppressAddress(services.table, key, "bounce", at(1));
  expect(await suppressed()).toBeUndefined();
  await suppressAddress(services.table, key, "complaint", at(4));
  expect(await suppressed()).toMatchObject({ why: "complaint", at: at(4).toISOString() });
});

test("nothing but the lift ends it: not a confirmation, not soft bounces, not the deletion of the answers", async () => {
  await suppressAddress(services.table, key, "complaint", at(1));
  await confirmAddress(services.table, key, at(2), 2_000_000_000);
  await noteSoftBounce(services.table, key, { messageId: "0100-a", at: at(2) });
  await forgetAddress(services.table, key, at(2));
  expect(await suppressed()).toMatchObject({ why: "complaint" });
});

test("a suppression never ends by itself, not even when a mail was on its way to the address meanwhile", async () => {
  await suppressAddress(services.table, key, "bounce", at(1));
  const slot = { kind: "requested", mailId: "a mail", limit: 5, now: at(1) } as const;
  expect(await takeMailSlot(services.table, key, slot)).toBe(false);
  const { name: TableName, client } = services.table;
  const { Item } = await client.send(new GetCommand({ TableName, Key: { pk: `ADDRESS#${key}` } }));
  expect(Item).not.toHaveProperty("expiresAt");
});
