/** A receiver's check of a DKIM signature with relaxed canonicalization (RFC 6376), apart from the code that signs. */
import { createHash, type KeyObject, verify } from "node:crypto";

export interface VerifiedSignature {
  domain: string;
  selector: string;
  /** Signed header names, lower case. */
  headers: string[];
  valid: boolean;
}

interface Header {
  name: string;
  /** As it stands, with its name. */
  text: string;
}

const relaxed = ({ name, text }: Header) =>
  `${name}:${text
    .slice(text.indexOf(":") + 1)
    .replace(/\r\n/g, "")
    .replace(/[ \t]+/g, " ")
    .trim()}`;

const relaxedBody = (body: string) =>
  body
    .split("\r\n")
    .map((line) => line.replace(/[ \t]+/g, " ").replace(/ $/, ""))
    .join("\r\n")
    .replace(/(?:\r\n)*$/, "\r\n");

function headersIn(head: string): Header[] {
  return head
    .split(/\r\n(?![ \t])/)
    .map((text) => ({ name: text.slice(0, text.indexOf(":")).trim().toLowerCase(), text }));
}

/** Returns the first signature of a mail and whether it holds under this key. */
export function verifyDkim(mime: Uint8Array, publicKey: KeyObject): VerifiedSignature {
  const mail = Buffer.from(mime).toString("latin1");
  const end = mail.indexOf("\r\n\r\n");
  const headers = headersIn(mail.slice(0, end));
  const signature = headers.find(({ name }) => name === "dkim-signature");
  if (signature === undefined) throw new Error("The mail is not signed.");
  const value = relaxed(signature).slice("dkim-signature:".length);
  const tags = new Map(
    value.split(";").map((tag): [string, string] => {
      const [name = "", ...rest] = tag.split("=");
      return [name.trim(), rest.join("=").replace(/\s/g, "")];
    }),
  );
  const signed = (tags.get("h") ?? "").toLowerCase().split(":");
  const bodyHash = createHash("sha256")
    .update(relaxedBody(mail.slice(end + 4)), "latin1")
    .digest("base64");
  const unsigned = signature.text.replace(/([\s;]b=)[^;]*/, "$1");
  const data = [
    ...signed.flatMap((wanted) => headers.filter(({ name }) => name === wanted).map(relaxed)),
    relaxed({ name: "dkim-signature", text: unsigned }),
  ].join("\r\n");
  const holds = verify(
    "sha256",
    Buffer.from(data, "latin1"),
    publicKey,
    Buffer.from(tags.get("b") ?? "", "base64"),
  );
  return {
    domain: tags.get("d") ?? "",
    selector: tags.get("s") ?? "",
    headers: signed,
    valid: holds && bodyHash === tags.get("bh"),
  };
}
