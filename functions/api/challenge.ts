import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import { z } from "zod";
import type { ApiDependencies, AppEnvironment } from "#functions/api/dependencies.ts";
import { defaultProofCost, newChallenge } from "#functions/api/proof.ts";

const challengeSchema = z.object({
  parameters: z.looseObject({
    algorithm: z.string(),
    nonce: z.string(),
    salt: z.string(),
    cost: z.int(),
    keyLength: z.int(),
    keyPrefix: z.string(),
    expiresAt: z.int(),
  }),
  signature: z.string(),
});

const route = createRoute({
  method: "get",
  path: "/api/challenge",
  summary: "Get a proof-of-work challenge",
  description:
    "ALTCHA, version 2. Send base64 of {challenge, solution} as `proof` within 30 minutes; each challenge serves one submission.",
  responses: {
    200: { description: "A challenge", content: { "application/json": { schema: challengeSchema } } },
  },
});

/** GET /api/challenge. */
export function challenge(app: OpenAPIHono<AppEnvironment>, dependencies: ApiDependencies): void {
  const { secrets, now, proofCost = defaultProofCost } = dependencies;
  app.openAPIRegistry.registerPath(route);
  app.get(route.path, async (context) => {
    context.header("Cache-Control", "no-store");
    return context.json(await newChallenge(secrets, proofCost, now()));
  });
}
