/** Sends a submission and says what came of it. No answer is lost on any path. */
import { z } from "zod";
import type { FieldMistake } from "#shared/views/form/form-state.ts";

export type Outcome =
  | { kind: "accepted"; resultUrl: string }
  | { kind: "mistakes"; mistakes: FieldMistake[] }
  /** The proof of work was used or too old: a new one, and again. */
  | { kind: "proof" }
  /** An earlier sending arrived with other answers. */
  | { kind: "conflict" }
  | { kind: "failed"; message: string };

const acceptedSchema = z.object({ resultUrl: z.string().startsWith("/") });
const problemSchema = z.object({
  detail: z.string().optional(),
  errors: z.array(z.object({ field: z.string(), message: z.string() })).optional(),
});

const kept = "Everything you typed is kept.";
const failures = {
  offline: `We could not reach the server. ${kept} Check the connection, then press Try again.`,
  server: `The server could not store your answers just now. ${kept} Wait a minute, then press Try again.`,
};

function waitText(retryAfter: string | null): string {
  const minutes = Math.ceil(Number(retryAfter) / 60);
  if (!Number.isFinite(minutes) || minutes < 1) return "Wait a few minutes";
  return minutes === 1 ? "Wait a minute" : `Wait ${minutes} minutes`;
}

async function readBody(response: Response): Promise<unknown> {
  return response.json().catch(() => null);
}

function refused(body: unknown): Outcome {
  const problem = problemSchema.safeParse(body).data;
  const mistakes = problem?.errors ?? [];
  if (mistakes.some(({ field }) => field === "proof")) return { kind: "proof" };
  if (mistakes.length > 0) return { kind: "mistakes", mistakes };
  return { kind: "failed", message: `${problem?.detail ?? failures.server} ${kept}` };
}

/** Returns what a response means for the visitor. */
export async function outcomeOf(response: Response): Promise<Outcome> {
  const body = await readBody(response);
  if (response.ok) {
    const accepted = acceptedSchema.safeParse(body);
    if (accepted.success) return { kind: "accepted", resultUrl: accepted.data.resultUrl };
    return { kind: "failed", message: failures.server };
  }
  if (response.status === 409) return { kind: "conflict" };
  if (response.status === 422) return refused(body);
  if (response.status === 429) {
    const wait = waitText(response.headers.get("retry-after"));
    return {
      kind: "failed",
      message: `Too many reports were asked for from your network. ${kept} ${wait}, then press Try again.`,
    };
  }
  return { kind: "failed", message: failures.server };
}

/** Sends once; a lost connection is an outcome like any other. */
export async function send(submission: Record<string, unknown>): Promise<Outcome> {
  try {
    const response = await fetch("/api/assessments", {
      method: "POST",
      headers: { "content-type": "application/json", accept: "application/json" },
      body: JSON.stringify(submission),
      signal: AbortSignal.timeout(30_000),
    });
    return await outcomeOf(response);
  } catch {
    return { kind: "failed", message: failures.offline };
  }
}
