/** `npm run picture`: synthesizes the sample stage and draws what it is made of into infra/aws/architecture.svg. */
import { writeFileSync } from "node:fs";
import path from "node:path";
import { App } from "aws-cdk-lib";
import config from "#config";
import { root } from "../aws/bundles.ts";
import { addFunnel } from "../aws/synthesize.ts";
import { draw } from "./draw.ts";
import { graphOf } from "./graph.ts";

const app = new App();
const { stackName } = await addFunnel(app, config, "sample");
writeFileSync(
  path.join(root, "infra/aws/architecture.svg"),
  draw(graphOf(app.synth().getStackByName(stackName).template)),
);
