/** One POST to a system of somebody else's: public addresses only, no redirect, bounded in time and size. */
import { type ClientRequest, request as httpRequest, type IncomingMessage } from "node:http";
import { request as httpsRequest } from "node:https";
import { isIP } from "node:net";
import { guardedLookup } from "#functions/webhooks/guarded-lookup.ts";
import { PostError } from "#functions/webhooks/post-error.ts";
import { isLoopback, isPublicAddress } from "#functions/webhooks/public-address.ts";

export interface PostOptions {
  headers?: Readonly<Record<string, string>>;
  /** For tests and a trial on one machine: http, and the machine's own loopback, are taken too. */
  allowLocal?: boolean;
  /** From the first lookup to the status line. */
  timeoutMs?: number;
}

const defaultTimeoutMs = 15_000;
const maxHeaderBytes = 16 * 1024;
/** An answer is thrown away; one that goes on and on is cut off. */
const maxAnswerBytes = 64 * 1024;
const longestWaitSeconds = 24 * 3_600;

function checkedTarget(address: string, allowLocal: boolean): URL {
  const url = URL.canParse(address) ? new URL(address) : null;
  const secure = url?.protocol === "https:" || (allowLocal && url?.protocol === "http:");
  if (url === null || !secure || url.username !== "" || url.password !== "")
    throw new PostError("address-not-https");
  return url;
}

function retryAfter({ headers }: IncomingMessage): number | null {
  const seconds = Number(headers["retry-after"]);
  return Number.isFinite(seconds) && seconds > 0 ? Math.min(seconds, longestWaitSeconds) : null;
}

/** Lets the answer run out, up to a limit, so that the other side is not cut off while it writes. */
function drain(answer: IncomingMessage): void {
  let bytes = 0;
  answer.on("data", (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes > maxAnswerBytes) answer.destroy();
  });
  answer.on("error", () => undefined);
}

function asPostError(error: unknown): PostError {
  if (error instanceof PostError) return error;
  const name = error instanceof Error ? error.name : "";
  return new PostError(name === "TimeoutError" || name === "AbortError" ? "timed-out" : "not-reached");
}

/** Resolves to the status line's answer; what the body does then no longer matters. */
function answerTo(request: ClientRequest, body: string): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    request.once("response", resolve);
    request.on("error", reject);
    request.end(body);
  });
}

/**
 * Posts a JSON text and resolves when the other side took it (2xx).
 * @throws PostError for any other answer, redirects included, and for an address that is not public
 */
export async function postJson(address: string, body: string, options: PostOptions = {}): Promise<void> {
  const { headers = {}, allowLocal = false, timeoutMs = defaultTimeoutMs } = options;
  const isAllowed = (ip: string) => isPublicAddress(ip) || (allowLocal && isLoopback(ip));
  const url = checkedTarget(address, allowLocal);
  // No lookup is made for a host that is an address already.
  const literal = url.hostname.replace(/^\[|\]$/g, "");
  if (isIP(literal) !== 0 && !isAllowed(literal)) throw new PostError("address-not-public");
  const send = url.protocol === "https:" ? httpsRequest : httpRequest;
  const signal = AbortSignal.timeout(timeoutMs);
  try {
    const request = send(url, {
      method: "POST",
      // A connection of its own: one kept from before would have been checked for another name.
      agent: false,
      lookup: guardedLookup(isAllowed),
      maxHeaderSize: maxHeaderBytes,
      signal,
      headers: {
        ...headers,
        "content-type": "application/json",
        "content-length": Buffer.byteLength(body),
        "user-agent": "readiness-funnel",
      },
    });
    const answer = await answerTo(request, body);
    drain(answer);
    const status = answer.statusCode ?? 0;
    if (status < 200 || status > 299) throw new PostError(`http-${status}`, retryAfter(answer));
  } catch (error) {
    throw asPostError(signal.aborted ? signal.reason : error);
  }
}
