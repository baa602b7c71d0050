import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { App } from "aws-cdk-lib";
import { Match, Template } from "aws-cdk-lib/assertions";
import type { StageConfig } from "#shared/deployment-config.ts";
import { type DeploymentValues, deploymentValues, type Stage } from "../../infra/aws/deployment-values.ts";
import { FunnelStack } from "../../infra/aws/funnel-stack.ts";
import { appHeaders } from "../../infra/aws/site-headers.ts";
import { realConfig } from "./real-config.ts";

function builtSite(): string {
  const directory = mkdtempSync(path.join(tmpdir(), "site-"));
  mkdirSync(path.join(directory, "_astro"));
  writeFileSync(path.join(directory, "index.html"), "<!doctype html>");
  return directory;
}

/** A folder that passes for a built bundle. */
function builtBundle(): string {
  const directory = mkdtempSync(path.join(tmpdir(), "bundle-"));
  writeFileSync(path.join(directory, "index.mjs"), "export const handler = () => undefined;");
  return directory;
}

/** Returns the values of a stage, with other choices of its operator where given. */
export function valuesOf(stage: Stage, choices: Partial<StageConfig> = {}): DeploymentValues {
  const { dev, prod } = realConfig.deployment;
  const deployment = { dev: { ...dev, ...choices }, prod: { ...prod, ...choices } };
  return deploymentValues({ ...realConfig, deployment }, stage);
}

export const headers = await appHeaders("https://ready.acme.com");

const bundle = builtBundle();
const siteDirectory = builtSite();

/** Returns the stack of a stage, without bundling any function. */
export function stackOf(values: DeploymentValues): FunnelStack {
  const env = { account: "111122223333", region: values.deployment.region };
  return new FunnelStack(new App(), "Funnel", {
    values,
    headers,
    siteDirectory,
    bundleOf: () => bundle,
    env,
  });
}

const templates = new Map<string, Template>();

/** Returns the template of a stage; the same values are synthesized once. */
export function synthesized(values: DeploymentValues): Template {
  const key = JSON.stringify(values);
  const template = templates.get(key) ?? Template.fromStack(stackOf(values));
  templates.set(key, template);
  return template;
}

interface Resource {
  Properties: Record<string, unknown>;
  [part: string]: unknown;
}

/** Returns the resources of a type by their logical id. */
export function resourcesOf(template: Template, type: string): Record<string, Resource> {
  return template.findResources(type, Match.anyValue()) as Record<string, Resource>;
}

/** Returns the one resource of a type whose logical id starts like this. */
export function resource(template: Template, type: string, start = ""): Resource {
  const found = Object.entries(resourcesOf(template, type)).filter(([id]) => id.startsWith(start));
  const [only] = found;
  if (only === undefined || found.length > 1) throw new Error(`${found.length} resources ${type} ${start}`);
  return only[1];
}
