/** The cloud assembly that `cdk synth` makes: its template, and the folders it would upload. */
import { createHmac } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import { App } from "aws-cdk-lib";
import config from "#config";
import { root } from "../../../infra/aws/bundles.ts";
import { addFunnel } from "../../../infra/aws/synthesize.ts";
import { ResolvedTemplate, type TemplateResource } from "./template.ts";

export interface Assembly {
  template: ResolvedTemplate;
  /** Returns the folder behind an object key of the asset bucket. */
  assetFolder(objectKey: string): string;
}

interface AssetManifest {
  files: Record<string, { source: { path: string }; destinations: Record<string, { objectKey: string }> }>;
}

const read = (file: string): unknown => JSON.parse(readFileSync(file, "utf8"));

/** As good as generated: sixty-four characters, another one for each secret and field. */
const madeUp = (secretArn: string, field: string) =>
  createHmac("sha256", secretArn).update(field).digest("hex");

const outdir = path.join(root, ".build/assembly");

/** Synthesizes the sample stage as `npm run synth` does, bundles included; cdk-nag has a test of its own. */
export async function synthesizeAssembly(): Promise<Assembly> {
  const app = new App({ outdir });
  await addFunnel(app, config, "sample");
  app.synth();
  return readAssembly();
}

/** Returns the assembly as last synthesized. */
export function readAssembly(): Assembly {
  const { Resources } = read(path.join(outdir, "readiness-funnel-sample.template.json")) as {
    Resources: Record<string, TemplateResource>;
  };
  const { files } = read(path.join(outdir, "readiness-funnel-sample.assets.json")) as AssetManifest;
  const folders = new Map(
    Object.values(files).flatMap(({ source, destinations }) =>
      Object.values(destinations).map(
        ({ objectKey }) => [objectKey, path.join(outdir, source.path)] as const,
      ),
    ),
  );
  return {
    template: new ResolvedTemplate(Resources, madeUp),
    assetFolder(objectKey) {
      const folder = folders.get(objectKey);
      if (folder === undefined) throw new Error(`The assembly has no asset ${objectKey}.`);
      return folder;
    },
  };
}
