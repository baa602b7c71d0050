import { readFileSync } from "node:fs";
import type { Server } from "node:http";
import path from "node:path";
import { createAdaptorServer, type HttpBindings } from "@hono/node-server";
import { serveStatic } from "@hono/node-server/serve-static";
import { Hono } from "hono";
import { requestPath } from "#functions/api/request-path.ts";
import { securityHeaders } from "#functions/api/security-headers.ts";
import { appPaths, cacheControl, consolePath, hashedFolder } from "../routing.ts";
import { siteDist } from "./folders.ts";
import { listen } from "./listen.ts";
import { closing, type LocalServer } from "./table-server.ts";

/** Whatever answers requests. */
interface App {
  fetch(request: Request, env: HttpBindings): Response | Promise<Response>;
}

/** What answers under /api and /r, and what under /console. */
export interface Apps {
  api: App;
  consoleApp: App;
}

const keepAliveMs = 75_000;

/** How long a client may take to send; on AWS CloudFront and API Gateway hold slow clients off. */
export interface Patience {
  headersMs: number;
  /** Headers and body together. */
  requestMs: number;
  /** How often it is looked at. */
  checkMs: number;
}

/** A 64 KB form over a bad line takes seconds. */
const patience: Patience = { headersMs: 10_000, requestMs: 30_000, checkMs: 5_000 };

function siteAndApps({ api, consoleApp }: Apps, siteUrl: string): Hono<{ Bindings: HttpBindings }> {
  const web = new Hono<{ Bindings: HttpBindings }>({ getPath: requestPath });
  for (const path of appPaths) web.all(`${path}/*`, (context) => api.fetch(context.req.raw, context.env));
  for (const toConsole of [consolePath, `${consolePath}/*`])
    web.all(toConsole, (context) => consoleApp.fetch(context.req.raw, context.env));
  web.use(securityHeaders(siteUrl));
  web.use(
    serveStatic({
      root: siteDist,
      onFound: (file, context) => {
        const hashed = file.includes(`/${hashedFolder}/`);
        context.header("Cache-Control", hashed ? cacheControl.hashed : cacheControl.pages);
      },
    }),
  );
  web.notFound((context) => {
    context.header("Cache-Control", cacheControl.pages);
    return context.html(readFileSync(path.join(siteDist, "404.html"), "utf8"), 404);
  });
  return web;
}

/** Starts one server for site and API, as CloudFront joins them on AWS. */
export async function startWebServer(
  apps: Apps,
  siteUrl: string,
  port: number,
  host: string,
  { headersMs, requestMs, checkMs }: Patience = patience,
): Promise<LocalServer> {
  const web = siteAndApps(apps, siteUrl);
  const server = createAdaptorServer({
    fetch: web.fetch,
    serverOptions: {
      headersTimeout: headersMs,
      requestTimeout: requestMs,
      connectionsCheckingInterval: checkMs,
    },
  }) as Server;
  // A client may send on a connection it kept for a while; closing it early would lose that request.
  server.keepAliveTimeout = keepAliveMs;
  const chosen = await listen(server, port, host);
  return { port: chosen, endpoint: `http://localhost:${chosen}`, close: closing(server) };
}
