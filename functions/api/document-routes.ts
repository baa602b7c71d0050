import type { Route } from "#functions/api/app-frame.ts";
import { openApiDocument } from "#functions/api/openapi.ts";
import { reportPdf } from "#functions/api/report-pdf.ts";
import { webhookSchema } from "#functions/api/webhook-schema.ts";

/**
 * The PDF, and the descriptions of the API and its webhooks. Their engines are several times larger than everything else, so on AWS
 * they are a function of their own.
 */
export const documentRoutes: readonly Route[] = [reportPdf, openApiDocument, webhookSchema];
