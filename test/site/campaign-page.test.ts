import { execFile } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));
/** Inside the repository, so that packages and "#shared" are found from there. */
const scratch = path.join(root, ".build");
/** A campaign needs no other page, and a build of few is quick. */
const kept = ["[landing].astro", "sitemap.xml.ts", "testing-labs.yaml"];

const campaign = `industry: aviation
title: Night cover for a repair station
description: A page for one campaign, long enough that a search engine can show what it is about.
headline: "Three nights a week: can you still {returnToService}?"
line: What a second pair of eyes would change.
pains:
  - { title: The phone rings at two., text: It rings for the person who also signs at seven. }
  - { title: Nobody else knows the way in., text: The passwords are with the one who is asleep. }
shown: { kind: question, questionId: M1, heading: One question, caption: Four answers. }
rulesHeading: The rule beside the question
ruleIds: [AV-1]
proofs: [A proof.]
staysYours: Everything.
button: Check night cover
`;

let home: string;
const landing = () => path.join(home, "site/src/content/landing");

function astro(command: string): Promise<{ ok: boolean; said: string }> {
  const program = path.join(root, "node_modules/astro/bin/astro.mjs");
  const environment = { ...process.env, ASTRO_TELEMETRY_DISABLED: "1", NODE_ENV: "production", VITEST: "" };
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [program, command, "--root", path.join(home, "site")],
      { env: environment },
      (error, stdout, stderr) => resolve({ ok: error === null, said: `${stdout}${stderr}` }),
    );
  });
}

beforeAll(() => {
  mkdirSync(scratch, { recursive: true });
  home = mkdtempSync(path.join(scratch, "campaign-"));
  for (const file of ["funnel.config.ts", "tsconfig.json"])
    cpSync(path.join(root, file), path.join(home, file));
  for (const part of ["astro.config.mjs", "src"])
    cpSync(path.join(root, "site", part), path.join(home, "site", part), { recursive: true });
  for (const folder of [path.join(home, "site/src/pages"), landing()])
    for (const name of readdirSync(folder).filter((name) => !kept.includes(name)))
      rmSync(path.join(folder, name), { recursive: true });
  writeFileSync(path.join(landing(), "night-cover.yaml"), campaign);
});

afterAll(() => rmSync(home, { recursive: true, force: true }));

describe("one file in content/landing", { timeout: 60_000 }, () => {
  it("is a page with an address and a place in the sitemap, and in no menu", async () => {
    const { ok, said } = await astro("build");
    expect(ok, said).toBe(true);
    const built = (file: string) => readFileSync(path.join(home, "site/dist", file), "utf8");
    const html = built("night-cover/index.html");
    expect(html).toMatch(/<h1\b[^>]*>Three nights a week: can you still (return to service|release)\?<\/h1>/);
    expect(html).toContain('href="/assessment?industry=aviation"');
    expect(html).toContain("/share/night-cover.png");
    expect(built("sitemap.xml")).toContain("/night-cover</loc>");
    expect(built("testing-labs/index.html")).not.toContain("night-cover");
  });

  it("stops the build with file and field named when it holds a mistake", async () => {
    writeFileSync(
      path.join(landing(), "night-cover.yaml"),
      campaign.replace("ruleIds: [AV-1]", "ruleIds: [AV-99]"),
    );
    const { ok, said } = await astro("sync");
    expect(ok).toBe(false);
    expect(said).toContain("night-cover");
    expect(said).toContain("ruleIds.0");
  });
});
