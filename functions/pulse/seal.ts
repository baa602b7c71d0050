/**
 * A box that anybody can lock and only the private key opens: X25519, HKDF and AES-256-GCM, a new key for each box.
 * The private key of a pulse is nowhere: it is split so that five invitations together make it, and not four.
 */
import {
  createCipheriv,
  createDecipheriv,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  type KeyObject,
} from "node:crypto";

const keyLength = 32;
const tagLength = 16;
/** Each box has a key of its own, so that one nonce for all is no repetition. */
const nonce = Buffer.alloc(12);

export interface RawKeys {
  publicKey: Uint8Array;
  privateKey: Uint8Array;
}

const encoded = (bytes: Uint8Array) => Buffer.from(bytes).toString("base64url");
const okp = { kty: "OKP", crv: "X25519" } as const;

/** @throws Error when the key has not the form of an X25519 key */
function rawOf(key: KeyObject, part: "x" | "d"): Buffer {
  const value = key.export({ format: "jwk" })[part];
  if (value === undefined) throw new Error("The key cannot be written out.");
  return Buffer.from(value, "base64url");
}

const publicOf = (raw: Uint8Array) => createPublicKey({ key: { ...okp, x: encoded(raw) }, format: "jwk" });

/** Returns the keys of one pulse. */
export function newKeys(): RawKeys {
  const { publicKey, privateKey } = generateKeyPairSync("x25519");
  return { publicKey: rawOf(publicKey, "x"), privateKey: rawOf(privateKey, "d") };
}

function boxKey(shared: Buffer, sender: Uint8Array, receiver: Uint8Array): Buffer {
  return Buffer.from(hkdfSync("sha256", shared, Buffer.concat([sender, receiver]), "team-pulse", keyLength));
}

/** Returns the locked text: the sender's key, the text, the seal. */
export function seal(receiver: Uint8Array, text: Uint8Array): Uint8Array {
  const once = generateKeyPairSync("x25519");
  const sender = rawOf(once.publicKey, "x");
  const shared = diffieHellman({ privateKey: once.privateKey, publicKey: publicOf(receiver) });
  const cipher = createCipheriv("aes-256-gcm", boxKey(shared, sender, receiver), nonce);
  return Buffer.concat([sender, cipher.update(text), cipher.final(), cipher.getAuthTag()]);
}

/** Returns the text of a box. @throws Error when it was locked for another key, or changed since */
export function open({ publicKey, privateKey }: RawKeys, box: Uint8Array): Uint8Array {
  const [sender, text, tag] = [
    box.subarray(0, keyLength),
    box.subarray(keyLength, -tagLength),
    box.subarray(-tagLength),
  ];
  const own = createPrivateKey({
    key: { ...okp, x: encoded(publicKey), d: encoded(privateKey) },
    format: "jwk",
  });
  const shared = diffieHellman({ privateKey: own, publicKey: publicOf(sender) });
  const decipher = createDecipheriv("aes-256-gcm", boxKey(shared, sender, publicKey), nonce);
  decipher.setAuthTag(tag);
  return Buffer.concat([decipher.update(text), decipher.final()]);
}
