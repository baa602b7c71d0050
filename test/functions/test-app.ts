/** The real app over the stand-ins of a test file. */
import { solveChallenge } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/pbkdf2";
import funnelConfig from "#config";
import { createApp } from "#functions/api/app.ts";
import type { ApiDependencies } from "#functions/api/dependencies.ts";
import { createLog } from "#functions/log.ts";
import { deriveSecrets } from "#functions/secrets.ts";
import type { Table } from "#functions/store/table.ts";
import { parseFunnelConfig } from "#shared/funnel-config.ts";
import type { Submission } from "#shared/submission.ts";

export const testConfig = parseFunnelConfig(funnelConfig);
export const testSecrets = deriveSecrets("a secret of the tests, thirty-two characters and more");
export const testSiteUrl = "https://readiness.example";

export interface TestApp {
  request: (path: string, init?: RequestInit) => Promise<Response>;
  /** Posts a submission as JSON. */
  submit: (submission: unknown, headers?: Record<string, string>) => Promise<Response>;
  /** Posts a form anywhere. */
  post: (path: string, fields?: URLSearchParams) => Promise<Response>;
  /** Returns a solved challenge. */
  proof: () => Promise<string>;
  /** Ids of assessments whose delivery was asked for. */
  owed: string[];
  logLines: string[];
}

export function createTestApp(table: Table, changes: Partial<ApiDependencies> = {}): TestApp {
  const owed: string[] = [];
  const logLines: string[] = [];
  const app = createApp({
    table,
    secrets: testSecrets,
    config: testConfig,
    siteUrl: testSiteUrl,
    submissionsPerSourcePerHour: 1_000,
    now: () => new Date(),
    log: createLog((line) => logLines.push(line)),
    shell: () => "<html><head><title>{{title}}</title></head><body><main><!--page--></main></body></html>",
    stepsOwed: (id) => owed.push(id),
    sourceOf: (context) => context.req.header("x-test-source") ?? "192.0.2.1",
    proofCost: 1,
    ...changes,
  });
  const request = async (path: string, init?: RequestInit) => app.request(path, init);
  return {
    request,
    owed,
    logLines,
    submit: (submission, headers = {}) =>
      request("/api/assessments", {
        method: "POST",
        headers: { "content-type": "application/json", ...headers },
        body: JSON.stringify(submission),
      }),
    post: (path, fields = new URLSearchParams()) => request(path, { method: "POST", body: fields }),
    proof: async () => {
      const challenge = await (await request("/api/challenge")).json();
      const solution = await solveChallenge({ challenge, deriveKey });
      return Buffer.from(JSON.stringify({ challenge, solution })).toString("base64");
    },
  };
}

export interface AcceptedBody {
  id: string;
  resultUrl: string;
  scorecard: { overall: number | null; tsr: number | null };
}

/** Returns a new submission's answer, with proof unless told otherwise. */
export async function submitWithProof(app: TestApp, submission: Submission): Promise<AcceptedBody> {
  const response = await app.submit({ ...submission, proof: await app.proof() });
  if (response.status !== 201)
    throw new Error(`Expected 201, got ${response.status}: ${await response.text()}`);
  return (await response.json()) as AcceptedBody;
}
