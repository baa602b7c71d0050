/** The bundles themselves: what is in them, how large they are, and that each starts with the variables it is given. */
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type BundleSize, sizeOf } from "../../infra/aws/bundle-size.ts";
import { buildBundles, bundleFolder, type FunctionId, functionIds } from "../../infra/aws/bundles.ts";
import { LambdaFunction } from "../deployed/emulation/lambda-function.ts";
import { ResolvedTemplate } from "../deployed/emulation/template.ts";
import { synthesized, valuesOf } from "./synthesized.ts";

const kB = 1024;
/** Bytes of JavaScript: read at the start, and in all. Raise one only with a reason in the commit. */
const budgets: Readonly<Record<FunctionId, { start: number; all: number }>> = {
  Api: { start: 400 * kB, all: 900 * kB },
  Documents: { start: 3_100 * kB, all: 3_200 * kB },
  Console: { start: 760 * kB, all: 800 * kB },
  Relay: { start: 300 * kB, all: 350 * kB },
  Delivery: { start: 3_300 * kB, all: 4_000 * kB },
  Feedback: { start: 480 * kB, all: 540 * kB },
};

let folder: string;
let sizes: Record<string, BundleSize>;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "bundles-"));
  const built = await buildBundles(folder);
  sizes = Object.fromEntries(Object.entries(built).map(([id, metafile]) => [id, sizeOf(metafile)]));
});

describe.each(functionIds)("the bundle of %s", (id) => {
  it("keeps its budget of bytes", () => {
    expect(sizes[id]?.start).toBeLessThanOrEqual(budgets[id].start);
    expect(sizes[id]?.all).toBeLessThanOrEqual(budgets[id].all);
  });

  it("carries nothing that only builds or deploys", () => {
    const inputs = sizes[id]?.startInputs.join("\n") ?? "";
    expect(inputs).not.toMatch(/node_modules\/(?:aws-cdk-lib|constructs|esbuild|astro|dynalite|vitest)\//);
    expect(inputs).not.toMatch(/^(?:infra\/local|test)\//m);
    // Ways to sign in that Lambda does not use, and, but for the generator of the API description, error texts in
    // fifty languages.
    expect(inputs).not.toContain("credential-provider-ini");
    if (id !== "Documents") expect(inputs).not.toContain("zod/v4/locales/de.js");
  });
});

describe("the way of the form", () => {
  it("carries neither React nor the PDF engine, nor the questions before they are needed", () => {
    const inputs = sizes.Api?.startInputs.join("\n") ?? "";
    expect(inputs).toContain("functions/api/challenge.ts");
    expect(inputs).not.toMatch(
      /node_modules\/(?:react|react-dom|@react-pdf|pdfkit|fontkit|@react-email|nodemailer)\//,
    );
    expect(inputs).not.toContain("shared/questions/");
  });
});

describe("the functions of the template", () => {
  const { Resources } = synthesized(valuesOf("prod")).toJSON();
  const template = new ResolvedTemplate(Resources, () => "a".repeat(64));
  const started: LambdaFunction[] = [];

  afterAll(async () => {
    await Promise.all(started.map((fn) => fn.stop()));
  });

  it.each(functionIds)("%s starts with the variables it is given", async (id) => {
    const found = template
      .ofType("AWS::Lambda::Function")
      .find(([name]) => name.startsWith(`Functions${id}`));
    const { Handler, Environment } = found?.[1] ?? {};
    const { Variables } = Environment as { Variables: Record<string, string> };
    const fn = new LambdaFunction({
      name: id,
      folder: bundleFolder(id, folder),
      handler: String(Handler),
      memorySize: 1_024,
      timeoutSeconds: 20,
      variables: Variables,
      endpoints: {},
    });
    started.push(fn);
    await expect(fn.init()).resolves.toBeUndefined();
  });
});
