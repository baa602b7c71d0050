import { deriveSecrets } from "#functions/secrets.ts";
import { readAssembly } from "./emulation/assembly.ts";
import { Deployment } from "./emulation/deployment.ts";

/** Serves the synthesized assembly on a free port; has the shape that the end-to-end tests ask for. */
export async function serveAssembly() {
  const deployment = await Deployment.start(readAssembly(), { port: 0, mailPort: 0 });
  const accepted: string[] = [];
  deployment.onChange(({ eventName, dynamodb }) => {
    const id = dynamodb.NewImage?.id;
    if (eventName === "INSERT" && typeof id === "object" && id !== null && "S" in id)
      accepted.push(String(id.S));
  });
  const { FUNNEL_SECRET = "" } = deployment.function("Api").settings.variables;
  return {
    url: deployment.siteUrl,
    accepted,
    tokenSecret: deriveSecrets(FUNNEL_SECRET).token,
    close: () => deployment.stop(),
  };
}
