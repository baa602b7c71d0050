import { expect, test } from "vitest";
import { openToken, tokenFor } from "#functions/tokens.ts";

const secret = "a secret of these tests";
const assessment = { id: "8f14e45f-ceea-467f-9c3a-0123456789ab", createdAt: "2026-06-12T12:00:00.000Z" };
const soon = new Date("2026-06-12T12:00:01.000Z");
const scopes = ["result", "confirm", "report", "sales", "share"] as const;

test.each(scopes)("a token of scope %s opens its assessment in that scope", (scope) => {
  const token = tokenFor(secret, assessment, scope);
  expect(token).toMatch(/^[\w-]{71}$/);
  expect(openToken(secret, token, soon)).toMatchObject({ assessmentId: assessment.id, scope });
});

test("the token of an assessment is the same each time, and another for each scope and assessment", () => {
  const tokens = scopes.map((scope) => tokenFor(secret, assessment, scope));
  expect(tokens).toEqual(scopes.map((scope) => tokenFor(secret, assessment, scope)));
  const other = { ...assessment, id: "8f14e45f-ceea-467f-9c3a-0123456789ac" };
  expect(new Set([...tokens, tokenFor(secret, other, "result")]).size).toBe(6);
});

test("a token with any one character changed opens nothing", () => {
  const token = tokenFor(secret, assessment, "report");
  const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  for (let place = 0; place < token.length; place += 1)
    // The next character, and for the last one every other: some of its bits carry nothing.
    for (const character of place === token.length - 1
      ? alphabet
      : (alphabet[alphabet.indexOf(token[place] ?? "") ^ 1] ?? "")) {
      const changed = token.slice(0, place) + character + token.slice(place + 1);
      if (changed !== token) expect(openToken(secret, changed, soon)).toBeNull();
    }
});

test("a token with any one bit changed opens nothing, not even as expired", () => {
  const bytes = Buffer.from(tokenFor(secret, assessment, "report"), "base64url");
  for (let bit = 0; bit < bytes.length * 8; bit += 1) {
    const forged = Buffer.from(bytes);
    forged[bit >> 3] = (forged[bit >> 3] ?? 0) ^ (1 << (bit & 7));
    expect(openToken(secret, forged.toString("base64url"), soon)).toBeNull();
  }
});

test("a token signed with another secret opens nothing, even when it has expired", () => {
  const token = tokenFor("another secret", assessment, "report");
  expect(openToken(secret, token, soon)).toBeNull();
  expect(openToken(secret, token, new Date("2040-01-01"))).toBeNull();
});
