/** Style sheet and script of the console, which lie beside its code and, on AWS, beside its bundle. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { Hono } from "hono";
import type { ConsoleEnvironment } from "#functions/console/dependencies.ts";

const types = {
  "console.css": "text/css; charset=utf-8",
  "console.js": "text/javascript; charset=utf-8",
} as const;
type AssetName = keyof typeof types;

const names = ["console.css", "console.js"] as const satisfies readonly AssetName[];

function load(name: AssetName) {
  const text = readFileSync(new URL(`./assets/${name}`, import.meta.url), "utf8");
  return { name, text, hash: createHash("sha256").update(text).digest("base64url").slice(0, 12) };
}

const loaded = names.map(load);

/** Returns the address of an asset; it changes with its content. */
export function assetPath(name: AssetName): string {
  const hash = loaded.find((asset) => asset.name === name)?.hash;
  return `/console/assets/${name}?v=${hash}`;
}

/** GET /console/assets/:name. Nothing in them is secret, and the sign-in pages need them. */
export function assets(app: Hono<ConsoleEnvironment>): void {
  for (const { name, text } of loaded)
    app.get(`/console/assets/${name}`, (context) =>
      context.body(text, 200, {
        "Content-Type": types[name],
        "Cache-Control": "public, max-age=31536000, immutable",
      }),
    );
}
