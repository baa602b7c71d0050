/** What runs in Lambda, as files: one folder a function, built before the stack that uploads them. */
import { readFile, rm } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { build, type Metafile, type Plugin } from "esbuild";
import funnelConfig from "#config";
import { mailTexts } from "#functions/checked-mail-texts.ts";
import { parseFunnelConfig } from "#shared/funnel-config.ts";
import { type BundledFile, consoleFiles, copyFiles, reportFiles, siteFiles } from "./bundled-files.ts";

/** The repository. */
export const root = fileURLToPath(new URL("../..", import.meta.url));

interface Bundle {
  /** Path from the repository; the module exports `handler`. */
  entry: string;
  /** Read at run time from beside the bundle. */
  files?: readonly BundledFile[];
  /** Serves /api/openapi.json, and so carries the generator. */
  describesApi?: boolean;
}

/** Every function, by its id in the stack. */
export const bundles = {
  Api: { entry: "functions/api/lambda.ts", files: siteFiles },
  Documents: {
    entry: "functions/api/documents-lambda.ts",
    files: [...siteFiles, ...reportFiles],
    describesApi: true,
  },
  Console: { entry: "functions/console/lambda.ts", files: [...siteFiles, ...consoleFiles] },
  Relay: { entry: "functions/relay/lambda.ts" },
  Delivery: { entry: "functions/delivery/lambda.ts", files: reportFiles },
  Feedback: { entry: "functions/feedback/lambda.ts" },
} as const satisfies Record<string, Bundle>;

export type FunctionId = keyof typeof bundles;

export const functionIds = Object.keys(bundles) as FunctionId[];

/** Lets CommonJS packages inside an ES module bundle require what they need. */
const requireBanner =
  'import{createRequire as makeRequire}from"node:module";const require=makeRequire(import.meta.url);';

/**
 * A bundler keeps all of zod behind its `z`, half of it error texts in fifty languages. The namespace import says
 * the same and lets go of what nobody uses.
 */
const leanZod: Plugin = {
  name: "lean-zod",
  setup({ onLoad }) {
    onLoad({ filter: /\/(?:functions|shared)\/[^.]+\.tsx?$/ }, async ({ path: file }) => ({
      contents: (await readFile(file, "utf8")).replace('import { z } from "zod"', 'import * as z from "zod"'),
      loader: file.endsWith("x") ? "tsx" : "ts",
    }));
  },
};

/** The checked configuration as a value: functions/checked-config.ts says why. */
const checkedConfig: Plugin = {
  name: "checked-config",
  setup({ onLoad }) {
    onLoad({ filter: /\/functions\/checked-config\.ts$/ }, () => ({
      contents: `export const config = ${JSON.stringify(parseFunnelConfig(funnelConfig))};`,
    }));
  },
};

/** The texts of the follow-ups as a value: functions/checked-mail-texts.ts says why. */
const checkedMailTexts: Plugin = {
  name: "checked-mail-texts",
  setup({ onLoad }) {
    onLoad({ filter: /\/functions\/checked-mail-texts\.ts$/ }, () => ({
      contents: `export const mailTexts = ${JSON.stringify(mailTexts)};`,
    }));
  },
};

/** Returns where the bundle of a function is built: `index.mjs`, the chunks it loads later, and its files. */
export function bundleFolder(id: FunctionId, folder = path.join(root, ".build/functions")): string {
  return path.join(folder, id);
}

/** Builds one bundle and returns what it is made of. */
export async function buildBundle(
  { entry, files = [], describesApi }: Bundle,
  folder: string,
): Promise<Metafile> {
  await rm(folder, { recursive: true, force: true });
  const { metafile } = await build({
    entryPoints: { index: path.join(root, entry) },
    outdir: folder,
    outExtension: { ".js": ".mjs" },
    absWorkingDir: root,
    bundle: true,
    // What is imported late stays in chunks of its own, read when it is needed: parsing is most of a cold start.
    splitting: true,
    minify: true,
    platform: "node",
    format: "esm",
    target: "node24",
    mainFields: ["module", "main"],
    banner: { js: requireBanner },
    // Without it, React brings its development build along.
    define: { "process.env.NODE_ENV": '"production"' },
    plugins: [checkedConfig, checkedMailTexts, leanZod],
    alias: {
      "@aws-sdk/credential-provider-node": path.join(root, "infra/aws/lambda-credentials.ts"),
      ...(describesApi ? {} : { "@hono/zod-openapi": path.join(root, "functions/api/without-openapi.ts") }),
    },
    metafile: true,
    logLevel: "error",
  });
  await copyFiles(files, root, folder);
  return metafile;
}

/** Builds every function; needs the built site, whose frame goes along. */
export async function buildBundles(folder?: string): Promise<Record<FunctionId, Metafile>> {
  const built = functionIds.map(
    async (id) => [id, await buildBundle(bundles[id], bundleFolder(id, folder))] as const,
  );
  return Object.fromEntries(await Promise.all(built)) as Record<FunctionId, Metafile>;
}
