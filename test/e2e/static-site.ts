import { readFileSync } from "node:fs";
import type { createSecureServer, SecureServerOptions } from "node:http2";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { serve } from "@hono/node-server";
import { serveStatic } from "@hono/node-server/serve-static";
import { Hono } from "hono";
import { securityHeaders } from "#functions/api/security-headers.ts";
import { siteDist } from "../site/built-pages.ts";
import { asDelivered } from "./as-delivered.ts";

export interface StaticSite {
  url: string;
  close(): Promise<void>;
}

export interface Transport {
  protocol: "http" | "https";
  server: { createServer?: typeof createSecureServer; serverOptions?: SecureServerOptions };
}

const plainHttp: Transport = { protocol: "http", server: {} };

/** Serves the built site on a free port, compressed and with the headers it has when deployed. */
export async function serveBuiltSite({ protocol, server: how }: Transport = plainHttp): Promise<StaticSite> {
  const app = new Hono();
  app.use(securityHeaders("http://localhost"), asDelivered());
  // Every page counts its view; without an answer the browser would complain.
  app.post("/api/events", (context) => context.body(null, 204));
  app.use(serveStatic({ root: siteDist }));
  app.notFound((context) => context.html(readFileSync(join(siteDist, "404.html"), "utf8"), 404));
  const server = await new Promise<ReturnType<typeof serve>>((resolve) => {
    const place = { fetch: app.fetch, port: 0, hostname: "127.0.0.1" };
    const started = serve({ ...place, ...how }, () => resolve(started));
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `${protocol}://127.0.0.1:${port}`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
