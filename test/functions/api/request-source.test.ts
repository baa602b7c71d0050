import { Hono } from "hono";
import { describe, expect, test } from "vitest";
import { originCheck } from "#functions/api/origin-check.ts";
import { requestPath } from "#functions/api/request-path.ts";
import { networkOf } from "#functions/api/request-source.ts";

describe("a network source", () => {
  test.each([
    ["203.0.113.7", "203.0.113.7"],
    ["::ffff:203.0.113.7", "203.0.113.7"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
    ["2001:0DB8:0001:0002::1", "2001:db8:1:2::/64"],
    ["2001:db8::1", "2001:db8:0:0::/64"],
    ["fe80::1%eth0", "fe80:0:0:0::/64"],
    ["::1", "0:0:0:0::/64"],
    ["unknown", "unknown"],
  ])("%s counts as %s", (address, network) => {
    expect(networkOf(address)).toBe(network);
  });
});

describe("the way in", () => {
  const app = new Hono({ getPath: requestPath })
    .use(originCheck(["the present one", "the one before"]))
    .get("/", (c) => c.text("in"));
  app.onError((error, context) => context.text(error.name, 403));

  test.each([
    ["with the secret of CloudFront", { "x-origin-secret": "the present one" }, 200],
    ["with the secret before it", { "x-origin-secret": "the one before" }, 200],
    ["with another", { "x-origin-secret": "a guess" }, 403],
    ["with none, claiming a source", { "x-viewer-address": "203.0.113.7" }, 403],
    ["with an empty one", { "x-origin-secret": "" }, 403],
    ["with none, behind a line break in the path", {}, 403, "/%0A"],
  ])("is open or shut: %s", async (_, headers, status, path = "/") => {
    expect((await app.request(path, { headers: new Headers(headers) })).status).toBe(status);
  });
});
