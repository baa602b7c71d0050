/**
 * Stands in for @hono/zod-openapi where a bundle describes nothing: the same routes and schemas, no generator.
 * infra/aws/bundles.ts puts it there.
 */
import { Hono } from "hono";

export { z } from "zod";

/** Returns the description as it is; nobody reads it. */
export const createRoute = <Description>(description: Description): Description => description;

/** An app that forgets the descriptions of its routes. */
export class OpenAPIHono<Environment extends object = object> extends Hono<Environment> {
  readonly openAPIRegistry = { registerPath: () => undefined };
}
