import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { identityFrom } from "#functions/console/sign-in/identity.ts";
import { openIssuer } from "#functions/console/sign-in/issuer.ts";
import { signOutEverywhere } from "#functions/store/console-users.ts";
import { type SignInProvider, startSignInProvider } from "../../../infra/local/sign-in-provider.ts";
import { type LocalServices, startLocalServices } from "../local-services.ts";
import { sampleSubmission } from "../sample-submissions.ts";
import { createTestApp, testSiteUrl } from "../test-app.ts";
import { createTestConsole, openTestBrowser, signedIn } from "./test-console.ts";

let services: LocalServices;
let provider: SignInProvider;

beforeAll(async () => {
  [services, provider] = await Promise.all([startLocalServices(), startSignInProvider(testSiteUrl)]);
});
afterAll(async () => {
  await Promise.all([services.stop(), provider.close()]);
});

/** Follows the pages of the sign-in service with its own cookies until it sends the browser back to the site. */
async function throughProvider(url: string, person: string): Promise<string> {
  const cookies = new Map<string, string>();
  let next = url;
  for (let hop = 0; hop < 10 && !next.startsWith(testSiteUrl); hop += 1) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const response = await fetch(next, { redirect: "manual", headers: { cookie } });
    for (const line of response.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      cookies.set(name, value);
    }
    const location = response.headers.get("location");
    next = location === null ? `${next}?as=${person}` : new URL(location, next).href;
  }
  return next.slice(testSiteUrl.length);
}

describe("signing in", () => {
  test.each(["sales", "admin"])(
    "at a real issuer opens the page that was asked for, as %s",
    async (person) => {
      const issuer = openIssuer(provider.openId, `${testSiteUrl}/console/signed-in`);
      const app = createTestConsole(services.table, { openId: provider.openId, issuer });
      const browser = openTestBrowser(app);
      await browser.get("/console/leads?grade=A");
      const leaving = await browser.get("/console/sign-in/start");
      const target = new URL(leaving.headers.get("location") ?? "");
      expect(Object.fromEntries(target.searchParams)).toMatchObject({
        code_challenge_method: "S256",
        code_challenge: expect.stringMatching(/^[\w-]{43}$/),
        state: expect.stringMatching(/.{20}/),
        nonce: expect.stringMatching(/.{20}/),
      });
      const back = await throughProvider(target.href, person);
      const arrived = await browser.get(back);
      expect([arrived.status, arrived.headers.get("location")]).toEqual([303, "/console/leads?grade=A"]);
      expect(await (await browser.get("/console/leads")).text()).toContain(`(${person})`);
      // The same answer opens nothing a second time, nor in another browser.
      expect((await browser.get(back)).status).toBe(400);
      expect((await openTestBrowser(app).get(back)).status).toBe(400);
    },
  );

  test("needs the answer to the attempt of this browser", async () => {
    const issuer = openIssuer(provider.openId, `${testSiteUrl}/console/signed-in`);
    const app = createTestConsole(services.table, { openId: provider.openId, issuer });
    const [victim, other] = [openTestBrowser(app), openTestBrowser(app)];
    const leaving = await other.get("/console/sign-in/start");
    await victim.get("/console/sign-in/start");
    const back = await throughProvider(leaving.headers.get("location") ?? "", "sales");
    expect((await victim.get(back)).status).toBe(400);
    expect((await victim.get("/console")).headers.get("location")).toBe("/console/sign-in");
  });

  test("opens nothing for an account in neither group", async () => {
    const browser = openTestBrowser(createTestConsole(services.table));
    await browser.get("/console/sign-in/start");
    const response = await browser.get("/console/signed-in?code=guests&state=state");
    expect(response.status).toBe(401);
    expect(await response.text()).toContain("group “sales” or “admin”");
    expect((await browser.get("/console")).headers.get("location")).toBe("/console/sign-in");
  });

  test("says so when the issuer does not answer", async () => {
    const issuer = openIssuer({ ...provider.openId, issuer: "http://localhost:9" }, testSiteUrl);
    const browser = openTestBrowser(createTestConsole(services.table, { issuer }));
    expect((await browser.get("/console/sign-in/start")).status).toBe(503);
  });

  test("leads to no other site, whatever was asked for", async () => {
    const app = createTestConsole(services.table);
    const browser = openTestBrowser(app);
    await browser.get("/console/sign-in/start");
    browser.cookies.set("__Host-console-wanted", "https://evil.example/console");
    const response = await browser.get("/console/signed-in?code=sales&state=state");
    expect(response.headers.get("location")).toBe("/console");
  });

  test("keeps the session in a cookie that no script and no other site can use", async () => {
    const browser = openTestBrowser(createTestConsole(services.table));
    await browser.get("/console/sign-in/start");
    const response = await browser.get("/console/signed-in?code=sales&state=state");
    const cookie = response.headers.getSetCookie().find((line) => line.startsWith("__Host-console-session="));
    for (const attribute of ["HttpOnly", "Secure", "SameSite=Lax", "Path=/", "Max-Age=43200"])
      expect(cookie).toContain(attribute);
    expect(cookie).not.toContain("Domain");
  });
});

describe("a stranger", () => {
  test("gets the same answer for every address, whether there is a lead or not", async () => {
    const submission = sampleSubmission();
    await createTestApp(services.table).submit(submission);
    const app = createTestConsole(services.table);
    const paths = [
      `/console/leads/${submission.submissionId}`,
      `/console/leads/${crypto.randomUUID()}`,
      "/console/leads/no-id",
      "/console",
      "/console/record",
      "/console/nowhere",
    ];
    for (const path of paths)
      for (const cookie of ["", "__Host-console-session=forged.c2lnbmF0dXJl"]) {
        const response = await app.fetch(new Request(`${testSiteUrl}${path}`, { headers: { cookie } }));
        expect([response.status, response.headers.get("location"), await response.text()]).toEqual([
          303,
          "/console/sign-in",
          "",
        ]);
        expect(response.headers.get("cache-control")).toBe("no-store");
        const posted = await app.fetch(new Request(`${testSiteUrl}${path}`, { method: "POST" }));
        expect([posted.status, posted.headers.get("location")]).toEqual([303, "/console/sign-in"]);
      }
  });

  test("is sent away without a look at the table", async () => {
    const closed = await startLocalServices();
    const { table } = closed;
    await closed.stop();
    const response = await createTestConsole(table).fetch(new Request(`${testSiteUrl}/console/leads/x`));
    expect(response.status).toBe(303);
  });

  test("gets nothing around CloudFront, signed in or not", async () => {
    const user = await signedIn(createTestConsole(services.table), "admin");
    const app = createTestConsole(services.table, { originSecrets: ["known to CloudFront"] });
    const cookie = [...user.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const status = async (headers: Record<string, string>) =>
      (await app.fetch(new Request(`${testSiteUrl}/console/leads`, { headers }))).status;
    expect(await status({ cookie })).toBe(403);
    expect(await status({ cookie, "x-origin-secret": "known to CloudFront" })).toBe(200);
  });
});

describe("a session", () => {
  const minutes = 60_000;

  test("ends after two hours without use, and after twelve in any case", async () => {
    let time = Date.now();
    const app = createTestConsole(services.table, { now: () => new Date(time) });
    const open = async (browser: { get(path: string): Promise<Response> }) =>
      (await browser.get("/console/leads")).status === 200;
    const idle = await signedIn(app, "sales");
    const busy = await signedIn(app, "sales");
    time += 119 * minutes;
    expect(await open(busy)).toBe(true);
    time += 2 * minutes;
    expect(await open(idle)).toBe(false);
    for (let used = 0; used < 5; used += 1) {
      time += 100 * minutes;
      expect(await open(busy)).toBe(true);
    }
    time += 100 * minutes;
    expect(await open(busy)).toBe(false);
  });

  test("ends with sign-out, also for a copy of its cookie", async () => {
    const browser = await signedIn(createTestConsole(services.table), "sales");
    const copy = new Map(browser.cookies);
    await browser.get("/console/leads");
    expect((await browser.post("/console/sign-out")).headers.get("location")).toBe("/console/signed-out");
    for (const [name, value] of copy) browser.cookies.set(name, value);
    expect((await browser.get("/console/leads")).status).toBe(303);
  });

  test("ends when all sessions of its person are ended, and no other", async () => {
    const app = createTestConsole(services.table);
    const [one, two] = [await signedIn(app, "sales", "one"), await signedIn(app, "sales", "two")];
    const claims = { iss: "https://issuer.example", sub: "one", groups: ["sales"], aud: "", iat: 0, exp: 0 };
    const identity = identityFrom(claims, provider.openId);
    await signOutEverywhere(services.table, identity?.person.id ?? "");
    expect((await one.get("/console/leads")).status).toBe(303);
    expect((await two.get("/console/leads")).status).toBe(200);
  });
});

describe("a form", () => {
  test("changes nothing when it comes from another site", async () => {
    const browser = await signedIn(createTestConsole(services.table), "sales");
    await browser.get("/console/leads");
    const from = { origin: "https://evil.example", "sec-fetch-site": "cross-site" };
    expect((await browser.post("/console/sign-out", {}, from)).status).toBe(400);
    expect((await browser.get("/console/leads")).status).toBe(200);
  });

  test("changes nothing without the token of this session", async () => {
    const app = createTestConsole(services.table);
    const [mine, other] = [await signedIn(app, "sales", "mine"), await signedIn(app, "sales", "other")];
    const html = await (await other.get("/console/leads")).text();
    const token = /name="form-token" value="([^"]+)"/.exec(html)?.[1] ?? "";
    for (const wrong of ["", "x".repeat(43), token]) {
      const response = await mine.post("/console/sign-out", { "form-token": wrong });
      expect(response.status).toBe(400);
    }
    expect((await mine.get("/console/leads")).status).toBe(200);
  });
});
