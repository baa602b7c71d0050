/** Sign-in with OpenID Connect: authorization code with PKCE, state and nonce. */
import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  buildEndSessionUrl,
  type Configuration,
  calculatePKCECodeChallenge,
  discovery,
  type IDToken,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from "openid-client";
import { z } from "zod";
import type { OpenIdSettings } from "#functions/console/sign-in/openid-settings.ts";

/** What the browser keeps, sealed, between leaving for the issuer and coming back. */
export const attemptSchema = z.object({ state: z.string(), nonce: z.string(), verifier: z.string() });
export type Attempt = z.infer<typeof attemptSchema>;

export interface Issuer {
  /** Returns where to send the browser, and what to remember until it is back. */
  begin(): Promise<{ url: string; attempt: Attempt }>;
  /**
   * Returns what the issuer says of whoever came back.
   * @throws Error when the answer is not the one to this attempt
   */
  complete(answer: URL, attempt: Attempt): Promise<IDToken>;
  /** Returns where the issuer ends its own session, or null where it cannot. */
  endSessionUrl(returnTo: string): Promise<string | null>;
}

const timeoutSeconds = 10;

/** Returns the issuer; it is first asked when somebody signs in, and asked again after a failure. */
export function openIssuer(settings: OpenIdSettings, redirectUri: string): Issuer {
  const { issuer, clientId, clientSecret, scope } = settings;
  let known: Promise<Configuration> | null = null;
  function configuration(): Promise<Configuration> {
    // Only the stand-in of a local run speaks http; the environment of a deployed console refuses it.
    const execute = issuer.startsWith("http:") ? [allowInsecureRequests] : [];
    known ??= discovery(new URL(issuer), clientId, clientSecret, undefined, {
      execute,
      timeout: timeoutSeconds,
    }).catch((error: unknown) => {
      known = null;
      throw error;
    });
    return known;
  }

  return {
    async begin() {
      const attempt = { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier() };
      const url = buildAuthorizationUrl(await configuration(), {
        redirect_uri: redirectUri,
        scope,
        state: attempt.state,
        nonce: attempt.nonce,
        code_challenge: await calculatePKCECodeChallenge(attempt.verifier),
        code_challenge_method: "S256",
      });
      return { url: url.href, attempt };
    },
    async complete(answer, { state, nonce, verifier }) {
      const tokens = await authorizationCodeGrant(await configuration(), answer, {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: verifier,
        idTokenExpected: true,
      });
      const claims = tokens.claims();
      if (claims === undefined) throw new Error("The issuer sent no ID token.");
      return claims;
    },
    async endSessionUrl(returnTo) {
      const config = await configuration();
      if (config.serverMetadata().end_session_endpoint === undefined) return null;
      // Cognito knows the address to return to under a name of its own.
      return buildEndSessionUrl(config, { post_logout_redirect_uri: returnTo, logout_uri: returnTo }).href;
    },
  };
}
