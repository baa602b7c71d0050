/**
 * Generated hostile input on every endpoint: no 5xx, nothing of the inside in an answer, nothing of a person in the log.
 * A failure prints its seed and path for fast-check. FUZZ_RUNS=20000 runs for minutes instead of seconds.
 */
import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { pagesInSitemap } from "#functions/api/sitemap-pages.ts";
import { readAssessment } from "#functions/store/assessments.ts";
import { privatePath, type Scope } from "#functions/tokens.ts";
import { type LocalServices, startLocalServices } from "../local-services.ts";
import { sampleSubmission } from "../sample-submissions.ts";
import { createTestApp, submitWithProof, type TestApp, testSecrets } from "../test-app.ts";

const numRuns = Number(process.env.FUZZ_RUNS ?? 150);
const timeout = 20_000 + numRuns * 100;

/** In every text that is sent; none may come back out of the log. */
const mark = "Fuzzmark";
const contact = { email: `${mark}@example.com`, organisation: `${mark} Aero`, name: `${mark} Jo` };
const valid = () => sampleSubmission({ contact });

let services: LocalServices;
let app: TestApp;
let paths: Record<Scope, string>;
let proof: string;

beforeAll(async () => {
  services = await startLocalServices();
  app = createTestApp(services.table, {
    submissionsPerSourcePerHour: 1_000_000,
    bookingSecrets: { cal: "what Cal.com signs with", calendly: "what Calendly signs with" },
    pages: pagesInSitemap("<loc>https://readiness.example/assessment</loc>"),
  });
  const { id } = await submitWithProof(app, valid());
  const stored = await readAssessment(services.table, id);
  if (stored === null) throw new Error("The assessment was not stored.");
  const path = (scope: Scope) => privatePath(testSecrets.token, stored, scope);
  paths = {
    result: path("result"),
    confirm: path("confirm"),
    report: path("report"),
    sales: path("sales"),
    share: path("share"),
    booking: path("booking"),
  };
  proof = await app.proof();
});
afterAll(() => services.stop());
beforeEach(() => {
  app.logLines.length = 0;
});

const inside =
  /node_modules|\.tsx?:\d|\bat \S+ \(|\b(?:Type|Range|Syntax|Zod|Reference)Error\b|ECONN|127\.0\.0\.1|AWS|Dynamo|ADDRESS#|LIMIT#/;

async function holds(response: Response): Promise<void> {
  const body = await response.text();
  expect(response.status).toBeLessThan(500);
  expect(body.match(inside)).toBeNull();
  for (const secret of Object.values(testSecrets)) if (secret !== null) expect(body).not.toContain(secret);
  expect(response.headers.get("content-security-policy")).toContain("default-src 'none'");
  expect(response.headers.get("x-content-type-options")).toBe("nosniff");
  const log = app.logLines.join("\n");
  expect(log).not.toMatch(new RegExp(mark, "i"));
  expect(log).not.toContain('"level":"error"');
}

/** Strings as attackers choose them: other scripts, halves of characters, ends of lines, names of object parts. */
const nasty = fc.oneof(
  fc.string({ unit: "binary", maxLength: 60 }),
  fc.string({ unit: "grapheme", maxLength: 60 }),
  fc.constantFrom(
    "__proto__",
    "constructor",
    "toString",
    "\ud800",
    "\u0000",
    "a\r\nBcc: x@example.com",
    "../../etc/passwd",
    "<script>alert(1)</script>",
    "=1+1",
    "1e999",
    "-0",
    "NaN",
    "9".repeat(400),
    "x".repeat(9_000),
    "%00%0d%0a",
  ),
  fc.string({ maxLength: 20 }).map((text) => `${mark}${text}`),
);
const anyJson = fc.oneof(
  nasty,
  fc.double(),
  fc.integer(),
  fc.constantFrom(null, true, false, [], {}, [[[[]]]], { __proto__: null }),
  fc.jsonValue({ maxDepth: 3 }),
);

type Json = Record<string, unknown>;
const isObject = (value: unknown): value is Json =>
  value !== null && typeof value === "object" && !Array.isArray(value);

function pathsIn(value: unknown, above: readonly string[] = []): string[][] {
  if (!isObject(value)) return [[...above]];
  return [[...above], ...Object.entries(value).flatMap(([name, inner]) => pathsIn(inner, [...above, name]))];
}

/** Returns the value with something else at one place; undefined leaves the place out. */
function changed(value: unknown, [name, ...below]: readonly string[], to: unknown): unknown {
  if (name === undefined) return to;
  const object = isObject(value) ? value : {};
  return { ...object, [name]: changed(object[name], below, to) };
}

/** A body that was valid until one place of it was changed, left out or added. */
function oneChange(body: object): fc.Arbitrary<unknown> {
  const place = fc.constantFrom(...pathsIn(body));
  return fc.oneof(
    { weight: 4, arbitrary: fc.tuple(place, anyJson).map(([path, to]) => changed(body, path, to)) },
    { weight: 1, arbitrary: place.map((path) => changed(body, path, undefined)) },
    { weight: 1, arbitrary: fc.tuple(nasty, anyJson).map(([name, to]) => ({ ...body, [name]: to })) },
  );
}

function post(path: string, body: string, type = "application/json"): Promise<Response> {
  return app.request(path, { method: "POST", headers: { "content-type": type }, body });
}

async function check<Input>(input: fc.Arbitrary<Input>, send: (input: Input) => Promise<Response>) {
  await fc.assert(
    fc.asyncProperty(input, async (one) => holds(await send(one))),
    { numRuns },
  );
}

test("a submission with one place changed", { timeout }, async () => {
  const first = valid();
  await check(oneChange(first), (body) => {
    // Another id each time, unless the id is what was changed: the same one again would get no further than that.
    const again = isObject(body) && body.submissionId === first.submissionId;
    return app.submit(again ? { ...body, submissionId: crypto.randomUUID() } : body);
  });
});

test("a plain form with one field changed", { timeout }, async () => {
  const { answers, profile } = valid();
  const fields = {
    edition: "2026-1",
    ...answers,
    ...profile,
    ...contact,
    page: "/aviation-mro",
    website: "",
  };
  const field = fc.oneof(fc.constantFrom(...Object.keys(fields), "proof", "submissionId", "salary"), nasty);
  await check(fc.tuple(field, nasty), ([name, value]) => {
    const form = new URLSearchParams(
      Object.entries({ ...fields, [name]: value }).map(([key, text]): [string, string] => [
        key,
        String(text),
      ]),
    );
    return app.post("/api/assessments", form);
  });
});

test("a proof of work with one place changed", { timeout }, async () => {
  const payload = JSON.parse(Buffer.from(proof, "base64").toString());
  await check(
    fc.oneof(
      oneChange(payload).map((one) => JSON.stringify(one)),
      nasty,
    ),
    (text) => app.submit({ ...valid(), proof: Buffer.from(String(text)).toString("base64").slice(0, 8_000) }),
  );
});

test("an event with one place changed", { timeout }, async () => {
  const event = { event: "step", page: "/assessment", step: "profile", campaign: "spring" };
  await check(fc.tuple(oneChange(event), fc.nat()), ([body, source]) =>
    app.request("/api/events", {
      method: "POST",
      headers: { "content-type": "text/plain;charset=UTF-8", "x-test-source": `source ${source}` },
      body: JSON.stringify(body),
    }),
  );
});

test("any body of any type, at every address that takes one", { timeout }, async () => {
  const types = [
    "application/json",
    "text/plain",
    "application/x-www-form-urlencoded",
    "multipart/form-data; boundary=x",
    "",
    'a/b;;="',
  ];
  const body = fc.oneof(
    nasty,
    anyJson.map((value) => JSON.stringify(value)),
    fc.integer({ min: 1, max: 20_000 }).map((depth) => `${"[".repeat(depth)}${"]".repeat(depth)}`),
  );
  const targets = [
    "/api/assessments",
    "/api/events",
    "/api/challenge",
    `${paths.share}/delete`,
    `${paths.sales}/not-me`,
    `${paths.share}/used-what-if`,
    "/api/bookings/cal",
    "/api/bookings/calendly",
  ];
  await check(fc.tuple(fc.constantFrom(...targets), fc.constantFrom(...types), body), ([path, type, text]) =>
    post(path, text, type),
  );
});

test("any path, method and question", { timeout }, async () => {
  const segment = fc.oneof(
    nasty.map((text) => encodeURIComponent(text.replace(/\p{Cs}/gu, "?"))),
    fc.constantFrom(
      "api",
      "r",
      "..",
      ".",
      "%2e%2e",
      "%00",
      "%",
      "%E0%A4%A",
      "",
      "assessments",
      "events",
      "health",
    ),
  );
  const below = fc.constantFrom(
    "",
    "/report.pdf",
    "/plan.csv",
    "/plan.json",
    "/confirm",
    "/not-me",
    "/delete",
    "/x",
  );
  const path = fc.oneof(
    fc.array(segment, { maxLength: 6 }).map((parts) => `/${parts.join("/")}`),
    fc.tuple(segment, below).map(([token, rest]) => `/r/${token}${rest}`),
  );
  const method = fc.constantFrom("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "PROPFIND", "X");
  await check(fc.tuple(path, method, segment), ([where, how, variant]) =>
    app.request(`${where}?variant=${variant}&${variant}`, { method: how }),
  );
});

test("a private link with some of its bytes changed opens nothing", { timeout }, async () => {
  const place = fc.constantFrom(...Object.values(paths));
  const change = fc.record({ at: fc.nat({ max: 70 }), to: fc.constantFrom(..."Aa0-_Z9.%~") });
  const below = fc.constantFrom("", "/report.pdf", "/plan.csv", "/delete", "/confirm", "/not-me");
  await check(
    fc.tuple(place, fc.array(change, { minLength: 1, maxLength: 4 }), below),
    async ([path, changes, rest]) => {
      const token = [...path.slice(3)];
      for (const { at, to } of changes) token[at] = to;
      const forged = `/r/${token.join("")}`;
      const method = rest === "/confirm" || rest === "/not-me" ? "POST" : "GET";
      const headers = { "x-test-source": crypto.randomUUID() };
      const response = await app.request(`${forged}${rest}`, { method, headers });
      if (forged !== path) expect(response.status).toBe(404);
      return response;
    },
  );
});
