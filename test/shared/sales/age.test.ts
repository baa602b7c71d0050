import { expect, it } from "vitest";
import { age } from "#shared/sales/age.ts";

const now = new Date("2026-11-24T12:00:00Z");

it.each([
  [0, "just now"],
  [59, "just now"],
  [60, "1 minute"],
  [59 * 60, "59 minutes"],
  [60 * 60, "1 hour"],
  [47 * 60 * 60, "1 day"],
  [72 * 60 * 60, "3 days"],
  [-30, "just now"],
])("%i seconds read as %s", (seconds, words) => {
  expect(age(new Date(now.getTime() - seconds * 1000), now)).toBe(words);
});
