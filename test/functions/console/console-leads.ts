/** Leads to show in tests, accepted by the real API. */
import type { ApiDependencies } from "#functions/api/dependencies.ts";
import type { Table } from "#functions/store/table.ts";
import type { Submission } from "#shared/submission.ts";
import { sampleSubmission } from "../sample-submissions.ts";
import { createTestApp } from "../test-app.ts";

export interface AcceptedLead {
  id: string;
  email: string;
  organisation: string;
}

type Changes = Partial<Submission> & { golden?: string; at?: string };

/** Returns a lead accepted now, or at another time. */
export async function acceptLead(
  table: Table,
  { golden, at, ...changes }: Changes = {},
  more: Partial<ApiDependencies> = {},
): Promise<AcceptedLead> {
  const submission = sampleSubmission(changes, golden);
  const app = createTestApp(table, { ...more, ...(at === undefined ? {} : { now: () => new Date(at) }) });
  const response = await app.submit(submission);
  if (response.status !== 201) throw new Error(`Not accepted: ${await response.text()}`);
  const { email, organisation } = submission.contact;
  return { id: submission.submissionId, email, organisation };
}

/** Returns the leads a list shows, top to bottom. */
export function listedIds(html: string): string[] {
  const rows = html.split("<tr data-lead").slice(1);
  return rows.map((row) => /\/console\/leads\/([0-9a-f-]{36})"/.exec(row)?.[1] ?? "");
}
