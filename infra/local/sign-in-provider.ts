/** The sign-in service of a local run: real OpenID Connect, two labeled people, no password. */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { exportJWK, generateKeyPair } from "jose";
import Provider from "oidc-provider";
import type { OpenIdSettings } from "#functions/console/sign-in/openid-settings.ts";
import { listen } from "./listen.ts";
import { SignInMemory } from "./sign-in-memory.ts";
import { signInPage } from "./sign-in-page.ts";
import { closing, type LocalServer } from "./table-server.ts";

/** Whoever opens the console on this machine is one of them. */
export const localPeople = [
  { id: "sales", name: "Sam Sales (local)", groups: ["sales"] },
  { id: "admin", name: "Ada Admin (local)", groups: ["admin"] },
] as const;

const clientId = "console";
const clientSecret = "known to everybody on this machine";
const scope = "openid profile email";

function findAccount(_context: unknown, accountId: string) {
  const person = localPeople.find(({ id }) => id === accountId);
  if (person === undefined) return undefined;
  const { id, name, groups } = person;
  return { accountId, claims: () => ({ sub: id, name, groups }) };
}

async function configuration(siteUrl: string) {
  const { privateKey } = await generateKeyPair("ES256", { extractable: true });
  return {
    adapter: SignInMemory,
    clients: [
      {
        client_id: clientId,
        client_secret: clientSecret,
        redirect_uris: [`${siteUrl}/console/signed-in`],
        post_logout_redirect_uris: [`${siteUrl}/console/signed-out`],
        id_token_signed_response_alg: "ES256",
      },
    ],
    jwks: { keys: [{ ...(await exportJWK(privateKey)), alg: "ES256", use: "sig" }] },
    cookies: { keys: [clientSecret] },
    claims: { openid: ["sub"], profile: ["name", "groups"], email: [] },
    // As Cognito does, the ID token tells who it is by itself.
    conformIdTokenClaims: false,
    findAccount,
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_context: unknown, { uid }: { uid: string }) => `/interaction/${uid}` },
    ttl: { Session: 43_200, Grant: 43_200, Interaction: 3_600, IdToken: 3_600, AccessToken: 3_600 },
    // Nobody is asked to agree: it is the console of the same house.
    async loadExistingGrant({ oidc }: GrantContext) {
      const grant = new oidc.provider.Grant({
        clientId: oidc.client.clientId,
        accountId: oidc.session.accountId,
      });
      grant.addOIDCScope(scope);
      await grant.save();
      return grant;
    },
  };
}

interface GrantContext {
  oidc: { provider: Provider; client: { clientId: string }; session: { accountId: string } };
}

function choiceOf(request: IncomingMessage): string | null {
  const { searchParams } = new URL(request.url ?? "/", "http://localhost");
  return searchParams.get("as");
}

/** Shows the two buttons, and signs in as the one pressed. */
async function interaction(provider: Provider, request: IncomingMessage, response: ServerResponse) {
  const chosen = localPeople.find(({ id }) => id === choiceOf(request));
  if (chosen !== undefined)
    return provider.interactionFinished(request, response, { login: { accountId: chosen.id } });
  await provider.interactionDetails(request, response);
  response.writeHead(200, { "Content-Type": "text/html; charset=utf-8", "Cache-Control": "no-store" });
  response.end(signInPage(localPeople));
}

export interface SignInProvider extends LocalServer {
  /** What the console needs to use it. */
  openId: OpenIdSettings;
}

/**
 * Starts the sign-in service; the console may be at this address only.
 * @param wantedPort 0 takes a free one
 */
export async function startSignInProvider(
  siteUrl: string,
  wantedPort = 0,
  host = "127.0.0.1",
): Promise<SignInProvider> {
  let answer = async (_request: IncomingMessage, response: ServerResponse): Promise<void> => {
    response.writeHead(503).end();
  };
  const server = createServer((request, response) => {
    answer(request, response).catch(() => {
      if (!response.headersSent) response.writeHead(400, { "Content-Type": "text/plain" });
      response.end("This sign-in has ended. Go back to the console and start again.");
    });
  });
  const port = await listen(server, wantedPort, host);
  const issuer = `http://localhost:${port}`;
  const provider = new Provider(issuer, await configuration(siteUrl));
  const handle = provider.callback();
  answer = (request, response) =>
    request.url?.startsWith("/interaction/")
      ? interaction(provider, request, response)
      : handle(request, response);
  const groups = { groupsClaim: "groups", salesGroup: "sales", adminGroup: "admin" };
  const openId = { issuer, clientId, clientSecret, scope, ...groups };
  return { port, endpoint: issuer, openId, close: closing(server) };
}
