/** Keys of the console, each for one purpose, from the one secret of the deployment. */
import { keyedHash } from "#functions/secrets.ts";

export interface ConsoleSecrets {
  /** Signs the session cookie. */
  session: string;
  /** Binds the token of a form to its session. */
  form: string;
  /** Encrypts what the browser keeps for us; 256 bits, base64url. */
  sealing: string;
}

/** Returns the keys; a new secret ends every session. */
export function deriveConsoleSecrets(secret: string): ConsoleSecrets {
  const derive = (purpose: keyof ConsoleSecrets) => keyedHash(secret, `readiness-funnel:console-${purpose}`);
  return { session: derive("session"), form: derive("form"), sealing: derive("sealing") };
}
