/** The real console over the stand-ins of a test file, and a browser's cookies. */
import { createConsole } from "#functions/console/app.tsx";
import { deriveConsoleSecrets } from "#functions/console/console-secrets.ts";
import type { ConsoleDependencies } from "#functions/console/dependencies.ts";
import type { Issuer } from "#functions/console/sign-in/issuer.ts";
import { createLog } from "#functions/log.ts";
import type { Table } from "#functions/store/table.ts";
import { testConfig, testSecrets, testSiteUrl } from "../test-app.ts";

const openId = {
  issuer: "https://issuer.example",
  clientId: "console",
  clientSecret: "secret",
  scope: "openid",
  groupsClaim: "groups",
  salesGroup: "sales",
  adminGroup: "admin",
};

const testShell = '<html><head><title>{{title}}</title><link rel="icon" href="/favicon.svg"></head></html>';

export interface TestConsole {
  fetch(request: Request): Response | Promise<Response>;
  owed: string[];
  logLines: string[];
}

/** An issuer whose answer names who signs in: `?code=sales` belongs to the group "sales". */
const namingIssuer: Issuer = {
  begin: async () => ({
    url: "https://issuer.example/authorize",
    attempt: { state: "state", nonce: "nonce", verifier: "verifier" },
  }),
  async complete(answer) {
    const code = answer.searchParams.get("code") ?? "";
    const [group = "", name = group] = code.split("/");
    return {
      iss: "https://issuer.example",
      sub: name,
      name: `Sample ${name}`,
      groups: [group],
      aud: "console",
      iat: 0,
      exp: 0,
    };
  },
  endSessionUrl: async () => null,
};

export function createTestConsole(table: Table, changes: Partial<ConsoleDependencies> = {}): TestConsole {
  const owed: string[] = [];
  const logLines: string[] = [];
  const app = createConsole({
    table,
    secrets: testSecrets,
    consoleSecrets: deriveConsoleSecrets("a secret of the tests, thirty-two characters and more"),
    config: testConfig,
    siteUrl: testSiteUrl,
    openId,
    issuer: namingIssuer,
    now: () => new Date(),
    log: createLog((line) => logLines.push(line)),
    shell: () => testShell,
    stepsOwed: (id) => owed.push(id),
    ...changes,
  });
  return { fetch: (request) => app.fetch(request), owed, logLines };
}

/** A browser as far as the console can tell: it keeps cookies and says where a form comes from. */
export interface TestBrowser {
  cookies: Map<string, string>;
  get(path: string): Promise<Response>;
  /** Posts a form from a page of the site, with the token of the last page seen unless told otherwise. */
  post(path: string, fields?: Record<string, string>, headers?: Record<string, string>): Promise<Response>;
}

export function openTestBrowser(app: TestConsole, siteUrl = testSiteUrl): TestBrowser {
  const cookies = new Map<string, string>();
  let token = "";
  async function send(path: string, init: RequestInit & { headers?: Record<string, string> }) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const response = await app.fetch(
      new Request(`${siteUrl}${path}`, { ...init, headers: { ...init.headers, cookie } }),
    );
    for (const line of response.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === "") cookies.delete(name);
      else cookies.set(name, value);
    }
    if (response.headers.get("content-type")?.startsWith("text/html")) {
      const html = await response.clone().text();
      token = /name="form-token" value="([^"]+)"/.exec(html)?.[1] ?? token;
    }
    return response;
  }
  return {
    cookies,
    get: (path) => send(path, {}),
    post: (path, fields = {}, headers = {}) =>
      send(path, {
        method: "POST",
        headers: { origin: siteUrl, "sec-fetch-site": "same-origin", ...headers },
        body: new URLSearchParams({ "form-token": token, ...fields }),
      }),
  };
}

/** Returns a browser signed in as somebody of a group. */
export async function signedIn(
  app: TestConsole,
  group: "sales" | "admin",
  name: string = group,
): Promise<TestBrowser> {
  const browser = openTestBrowser(app);
  await browser.get("/console/sign-in/start");
  const response = await browser.get(`/console/signed-in?code=${group}/${name}&state=state`);
  if (response.headers.get("location") !== "/console")
    throw new Error(`Not signed in: ${response.status} ${await response.text()}`);
  return browser;
}
