import { expect, test } from "vitest";
import { createSourceRate } from "#functions/api/source-rate.ts";

test("a source is refused beyond its number in a minute, with the rest of its network; others are not", () => {
  let time = Date.parse("2030-01-01T00:00:30.000Z");
  const count = createSourceRate(2, () => new Date(time));
  count("2001:db8::1");
  count("2001:db8::2");
  expect(() => count("2001:db8::3")).toThrow("Wait a minute");
  expect(() => count("203.0.113.7")).not.toThrow();
  time += 30_000;
  expect(() => count("2001:db8::1")).not.toThrow();
});
