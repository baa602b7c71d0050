/** Lambda entry of the report PDF and the API description, behind the same HTTP API. */
import { handle } from "hono/aws-lambda";
import { createAppOf } from "#functions/api/app-frame.ts";
import { documentRoutes } from "#functions/api/document-routes.ts";
import { firstRoutes } from "#functions/api/first-routes.ts";
import { formRoutes } from "#functions/api/form-routes.ts";
import { lambdaDependencies } from "#functions/api/lambda-dependencies.ts";

// The description is generated from the routes it describes; the HTTP API sends only the documents here.
export const handler = handle(
  createAppOf(lambdaDependencies(), [...firstRoutes, ...formRoutes, ...documentRoutes]),
);
