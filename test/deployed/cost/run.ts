/** `npm run cost`: measures on the synthesized bundles, and writes the figures and the page that they make. */
import { writeFileSync } from "node:fs";
import path from "node:path";
import { root } from "../../../infra/aws/bundles.ts";
import { memory } from "../../../infra/aws/funnel-functions.ts";
import { costPage } from "../../../infra/cost/cost-page.ts";
import { synthesizeAssembly } from "../emulation/assembly.ts";
import { Deployment } from "../emulation/deployment.ts";
import { measureUsage } from "./measure-usage.ts";

const deployment = await Deployment.start(await synthesizeAssembly(), { port: 0, mailPort: 0 });
try {
  const usage = await measureUsage(deployment, new Date().toISOString().slice(0, 10));
  writeFileSync(path.join(root, "infra/cost/usage.json"), `${JSON.stringify(usage, null, 2)}\n`);
  const page = costPage(usage, memory);
  writeFileSync(path.join(root, "infra/aws/cost.md"), page);
  process.stdout.write(page);
} finally {
  await deployment.stop();
}
