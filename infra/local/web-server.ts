import { readFileSync } from "node:fs";
import type { Server } from "node:http";
import path from "node:path";
import { createAdaptorServer, type HttpBindings } from "@hono/node-server";
import { serveStatic } from "@hono/node-server/serve-static";
import { Hono } from "hono";
import { securityHeaders } from "#functions/api/security-headers.ts";
import { appPaths, cacheControl, hashedFolder } from "../routing.ts";
import { siteDist } from "./folders.ts";
import { listen } from "./listen.ts";
import { closing, type LocalServer } from "./table-server.ts";

/** Whatever answers requests under /api and /r. */
export interface App {
  fetch(request: Request, env: HttpBindings): Response | Promise<Response>;
}

const keepAliveMs = 75_000;

function siteAndApp(app: App, siteUrl: string): Hono<{ Bindings: HttpBindings }> {
  const web = new Hono<{ Bindings: HttpBindings }>();
  for (const path of appPaths) web.all(`${path}/*`, (context) => app.fetch(context.req.raw, context.env));
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
  app: App,
  siteUrl: string,
  port: number,
  host: string,
): Promise<LocalServer> {
  const web = siteAndApp(app, siteUrl);
  const server = createAdaptorServer({ fetch: web.fetch }) as Server;
  // A client may send on a connection it kept for a while; closing it early would lose that request.
  server.keepAliveTimeout = keepAliveMs;
  await listen(server, port, host);
  return { port, endpoint: `http://localhost:${port}`, close: closing(server) };
}
