/** A secret is replaced while links are out, challenges are being solved and addresses are suppressed. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { deriveSecrets } from "#functions/secrets.ts";
import { addressKey, readAddress } from "#functions/store/addresses.ts";
import { suppressAddress } from "#functions/store/suppressions.ts";
import { type LocalServices, startLocalServices } from "../local-services.ts";
import { asForm, sampleSubmission } from "../sample-submissions.ts";
import { createTestApp, submitWithProof, type TestApp } from "../test-app.ts";

const hashKey = "the key of hashes, which stays as it is";
const secretOf = (release: number) => `the signing secret of release ${release}, long enough`;

let services: LocalServices;
/** The app before the replacement, after it, and after another one. */
let before: TestApp;
let after: TestApp;
let later: TestApp;

const releases = [1, 2, 3].map((release) =>
  deriveSecrets(secretOf(release), { hashKey, previous: release === 1 ? undefined : secretOf(release - 1) }),
);

beforeAll(async () => {
  services = await startLocalServices();
  const [one, two, three] = releases.map((secrets) => createTestApp(services.table, { secrets }));
  if (!one || !two || !three) throw new Error("There are three releases.");
  [before, after, later] = [one, two, three];
});
afterAll(() => services.stop());

test("links of the secret before still open, those made since are made with the present one", async () => {
  const old = await submitWithProof(before, sampleSubmission());
  expect((await after.request(old.resultUrl)).status).toBe(200);
  const fresh = await submitWithProof(after, sampleSubmission());
  expect((await after.request(fresh.resultUrl)).status).toBe(200);
  expect((await before.request(fresh.resultUrl)).status).toBe(404);
});

test("after a second replacement links of the first secret open no more", async () => {
  const old = await submitWithProof(before, sampleSubmission());
  expect((await later.request(old.resultUrl)).status).toBe(404);
});

test("a challenge handed out before is taken, once; one of a secret long gone is not", async () => {
  const proof = await before.proof();
  expect((await after.submit({ ...sampleSubmission(), proof })).status).toBe(201);
  expect((await after.submit({ ...sampleSubmission(), proof })).status).toBe(422);
  expect((await later.submit({ ...sampleSubmission(), proof: await before.proof() })).status).toBe(422);
});

test("a suppression is found whatever has been replaced", async () => {
  const [first, , third] = releases;
  await suppressAddress(
    services.table,
    addressKey(first?.address ?? "", "jo@example.com"),
    "complaint",
    new Date(),
  );
  const found = await readAddress(services.table, addressKey(third?.address ?? "", "Jo+again@example.com"));
  expect(found.suppressed?.why).toBe("complaint");
});

test("a plain form sent before and again after is one submission", async () => {
  const fields = asForm(sampleSubmission());
  const first = await before.post("/api/assessments", fields);
  const owed = after.owed.length;
  const again = await after.post("/api/assessments", fields);
  expect([first.status, again.status]).toEqual([303, 303]);
  expect(after.owed).toHaveLength(owed);
  expect((await after.request(again.headers.get("location") ?? "")).status).toBe(200);
});
