import { createSecureServer } from "node:http2";
import { generate } from "selfsigned";
import type { Transport } from "../../e2e/static-site.ts";

/** Returns HTTP/2 over TLS, which CloudFront speaks, with a certificate made now that nobody signed. */
export async function https(): Promise<Transport> {
  const { private: key, cert } = await generate([{ name: "commonName", value: "localhost" }]);
  return {
    protocol: "https",
    server: { createServer: createSecureServer, serverOptions: { key, cert, allowHTTP1: true } },
  };
}

/** What a browser has to be told to accept that certificate. */
export const acceptAnyCertificate = "--ignore-certificate-errors";
