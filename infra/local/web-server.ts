import { readFileSync } from "node:fs";
import type { Server } from "node:http";
import path from "node:path";
import { createAdaptorServer, type HttpBindings } from "@hono/node-server";
import { serveStatic } from "@hono/node-server/serve-static";
import { Hono } from "hono";
import { securityHeaders } from "#functions/api/security-headers.ts";
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
const oneYear = "public, max-age=31536000, immutable";

function siteAndApps({ api, consoleApp }: Apps, siteUrl: string): Hono<{ Bindings: HttpBindings }> {
  const web = new Hono<{ Bindings: HttpBindings }>();
  const toApp = "/:room{api|r}/*";
  for (const toConsole of ["/console", "/console/*"])
    web.all(toConsole, (context) => consoleApp.fetch(context.req.raw, context.env));
  web.all(toApp, (context) => api.fetch(context.req.raw, context.env));
  web.use(securityHeaders(siteUrl));
  web.use(
    serveStatic({
      root: siteDist,
      onFound: (file, context) => {
        context.header("Cache-Control", file.includes("/_astro/") ? oneYear : "no-cache");
      },
    }),
  );
  web.notFound((context) => context.html(readFileSync(path.join(siteDist, "404.html"), "utf8"), 404));
  return web;
}

/** Starts one server for site and API, as CloudFront joins them on AWS. */
export async function startWebServer(
  apps: Apps,
  siteUrl: string,
  port: number,
  host: string,
): Promise<LocalServer> {
  const web = siteAndApps(apps, siteUrl);
  const server = createAdaptorServer({ fetch: web.fetch }) as Server;
  // A client may send on a connection it kept for a while; closing it early would lose that request.
  server.keepAliveTimeout = keepAliveMs;
  await listen(server, port, host);
  return { port, endpoint: `http://localhost:${port}`, close: closing(server) };
}
