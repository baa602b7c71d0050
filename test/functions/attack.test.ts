/** The attack of `npm run attack`, smaller. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { type AttackCount, attack, noticesPerVictim } from "../attack/attack.ts";
import { type LocalServices, startLocalServices } from "./local-services.ts";

const plan = { submissions: 70, victims: 2, sources: 3, days: 3, seed: 7 };

let services: LocalServices;
let count: AttackCount;

beforeAll(async () => {
  services = await startLocalServices();
  count = await attack(services, plan);
}, 60_000);
afterAll(() => services.stop());

test("many submissions that name a few strangers bring each at most one mail a day, and none after two days", () => {
  expect(count.mails.map(([first]) => first)).toEqual([1, 1]);
  expect(Math.max(...count.mails.map(([, second]) => second ?? 0))).toBeLessThanOrEqual(1);
  expect(count.mails.map(([, , third]) => third)).toEqual([0, 0]);
});

test("they meet every limit, and are answered all the same", () => {
  expect(Object.keys(count.answers).sort()).toEqual(["201", "303", "422", "429"]);
  expect(Object.keys(count.held).sort()).toEqual(["many-for-address", "too-fast", "trap"]);
  expect(Object.values(count.answers).reduce((sum, one) => sum + one, 0)).toBe(plan.submissions);
});

test("sales is told of each stranger a few times at most", () => {
  expect(count.salesNotices).toBeGreaterThan(0);
  expect(count.salesNotices).toBeLessThanOrEqual(plan.victims * noticesPerVictim);
});
