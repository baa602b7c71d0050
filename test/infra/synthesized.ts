import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { App } from "aws-cdk-lib";
import { Match, Template } from "aws-cdk-lib/assertions";
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

export const valuesOf = (stage: Stage, more: Record<string, string> = {}): DeploymentValues =>
  deploymentValues(realConfig, (name) => ({ stage, ...more })[name]);

export const headers = await appHeaders("https://ready.acme.com");

/** Returns the template of a stage, without bundling any function. */
export function synthesized(values: DeploymentValues): Template {
  const app = new App({ context: { "aws:cdk:bundling-stacks": [] } });
  const stack = new FunnelStack(app, "Funnel", { values, headers, siteDirectory: builtSite() });
  return Template.fromStack(stack);
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
