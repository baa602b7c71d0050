/** Sends a submission and says what came of it. No answer is lost on any path. */
import type { FieldMistake } from "#shared/views/form/form-state.ts";

export type Outcome =
  | { kind: "accepted"; resultUrl: string }
  | { kind: "mistakes"; mistakes: FieldMistake[] }
  /** The proof of work was used or too old: a new one, and again. */
  | { kind: "proof" }
  /** An earlier sending arrived with other answers. */
  | { kind: "conflict" }
  | { kind: "failed"; message: string };

const kept = "Everything you typed is kept.";
/** The same submission has the same id, so the API takes it once. */
const once = "Should the first try have arrived after all, it counts once.";
const failures = {
  offline: `You are offline. ${kept} When the connection is back, press Try again.`,
  unreachable: `We could not reach the server. ${kept} Check the connection, then press Try again. ${once}`,
  timeout: `The server did not answer in time. ${kept} Press Try again. ${once}`,
  server: `The server could not store your answers just now. ${kept}`,
  refused: `The server did not understand this page, which may be out of date. ${kept} Open the page again, then send.`,
};

/** Longest wait for an answer, in milliseconds. */
const patience = 30_000;

function record(value: unknown): Partial<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? { ...value } : {};
}

function waitText(retryAfter: string | null): string {
  const minutes = Math.ceil(Number(retryAfter) / 60);
  if (!Number.isFinite(minutes) || minutes < 1) return "Wait a few minutes";
  return minutes === 1 ? "Wait a minute" : `Wait ${minutes} minutes`;
}

function mistakesIn(body: unknown): FieldMistake[] {
  const { errors } = record(body);
  if (!Array.isArray(errors)) return [];
  return errors.flatMap((error: unknown) => {
    const { field, message } = record(error);
    return typeof field === "string" && typeof message === "string" ? [{ field, message }] : [];
  });
}

function refused(body: unknown): Outcome {
  const mistakes = mistakesIn(body);
  if (mistakes.some(({ field }) => field === "proof")) return { kind: "proof" };
  return mistakes.length > 0 ? { kind: "mistakes", mistakes } : { kind: "failed", message: failures.refused };
}

function failed({ status, headers }: Response): Outcome {
  const wait = `${waitText(headers.get("retry-after"))}, then press Try again.`;
  if (status === 429)
    return {
      kind: "failed",
      message: `Too many reports were asked for from your network. ${kept} ${wait}`,
    };
  return { kind: "failed", message: status >= 500 ? `${failures.server} ${wait}` : failures.refused };
}

/** Returns what a response means for the visitor. */
export async function outcomeOf(response: Response): Promise<Outcome> {
  const body: unknown = await response.json().catch(() => null);
  if (response.ok) {
    const { resultUrl } = record(body);
    // A path of ours; "//elsewhere" would be another site.
    if (typeof resultUrl === "string" && /^\/(?!\/)/.test(resultUrl)) return { kind: "accepted", resultUrl };
    return { kind: "failed", message: failures.refused };
  }
  if (response.status === 409) return { kind: "conflict" };
  return response.status === 422 ? refused(body) : failed(response);
}

/** Returns what a failed request means. @param error as fetch threw it */
export function failureOf(error: unknown, online: boolean): Outcome {
  if (!online) return { kind: "failed", message: failures.offline };
  const late = error instanceof DOMException && error.name === "TimeoutError";
  return { kind: "failed", message: late ? failures.timeout : failures.unreachable };
}

/** Sends once; a lost connection is an outcome like any other. */
export async function send(submission: Record<string, unknown>): Promise<Outcome> {
  try {
    const response = await fetch("/api/assessments", {
      method: "POST",
      headers: { "content-type": "application/json", accept: "application/json" },
      body: JSON.stringify(submission),
      signal: AbortSignal.timeout(patience),
    });
    return await outcomeOf(response);
  } catch (error) {
    return failureOf(error, navigator.onLine);
  }
}
