/** The message was not taken, or nobody knows. */
export class PostError extends Error {
  override name = "PostError";

  constructor(
    /** "address-not-public", "http-503", "timed-out", …: never an address or a text of the other side. */
    readonly code: string,
    /** How long the other side asked to wait; null where it did not. */
    readonly retryAfterSeconds: number | null = null,
  ) {
    super(code);
  }
}
