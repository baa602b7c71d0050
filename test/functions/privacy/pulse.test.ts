/** The team pulse, and an attack on it: a manager, and whoever can read the table, try to learn one person's answer. */
import { combine } from "shamir-secret-sharing";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createTaskPerformer } from "#functions/jobs/perform-task.ts";
import { createJobRunner, jobPolicy } from "#functions/jobs/run-jobs.ts";
import { createLog } from "#functions/log.ts";
import { renderReport } from "#functions/pdf/render-report.tsx";
import { decodeInvitation } from "#functions/pulse/invitation.ts";
import { pulseOf } from "#functions/pulse/pulse-of.ts";
import { open } from "#functions/pulse/seal.ts";
import { reportOf } from "#functions/report.ts";
import type { Assessment } from "#functions/store/assessment-item.ts";
import { readAssessment } from "#functions/store/assessments.ts";
import { pulseSchema } from "#functions/store/pulse-item.ts";
import { privatePath, type Scope } from "#functions/tokens.ts";
import { pulseQuestionIds } from "#shared/pulse/questions.ts";
import type { Submission } from "#shared/submission.ts";
import { createClock, type TestClock } from "../delivery/test-worker.ts";
import { type LocalServices, startLocalServices } from "../local-services.ts";
import { readReport } from "../pdf/read-report.ts";
import { sampleSubmission } from "../sample-submissions.ts";
import { itemsWith, textOf, wholeTable } from "../store/whole-table.ts";
import {
  createTestApp,
  submitWithProof,
  type TestApp,
  testConfig,
  testSecrets,
  testSiteUrl,
} from "../test-app.ts";

let services: LocalServices;
let app: TestApp;
let clock: TestClock;

beforeAll(async () => {
  services = await startLocalServices();
});
afterAll(() => services.stop());
beforeEach(() => {
  clock = createClock();
  app = createTestApp(services.table, { now: clock.now });
});

const dayMs = 86_400_000;
const path = (of: Assessment, scope: Scope) => privatePath(testSecrets.token, of, scope);
const text = async (where: string) => (await app.request(where)).text();

async function manager(people = 6, changes: Partial<Submission> = {}): Promise<Assessment> {
  const sample = sampleSubmission();
  const profile = { ...sample.profile, infrastructurePeople: people };
  const { id } = await submitWithProof(app, { ...sample, profile, ...changes });
  const stored = await readAssessment(services.table, id);
  if (stored === null) throw new Error("The assessment was not stored.");
  return stored;
}

/** Opens a pulse as the manager does, and returns the paths behind the links. */
async function invited(of: Assessment, number: number): Promise<string[]> {
  const response = await app.post(
    `${path(of, "report")}/pulse`,
    new URLSearchParams({ invited: String(number) }),
  );
  expect(response.status).toBe(200);
  const links = [...(await response.text()).matchAll(/<code>([^<]+)<\/code>/g)].map(([, link = ""]) => link);
  expect(links).toHaveLength(number);
  return links.map((link) => link.replace(testSiteUrl, ""));
}

type Answers = Readonly<Partial<Record<(typeof pulseQuestionIds)[number], string>>>;
const everything = (answer: string) => Object.fromEntries(pulseQuestionIds.map((id) => [id, answer]));
const answer = (link: string, answers: Answers = {}) =>
  app.post(link, new URLSearchParams({ ...everything("1"), ...answers }));
const end = (of: Assessment) => app.post(`${path(of, "report")}/pulse/end`);
const published = async (of: Assessment) => (await pulseOf(services.table, of)).published;

async function item(of: Assessment) {
  const found = (await wholeTable(services.table)).find(({ pk }) => pk === `PULSE#${of.id}`);
  return pulseSchema.parse(found);
}

async function runJobs(): Promise<void> {
  const perform = createTaskPerformer({
    table: services.table,
    config: testConfig,
    secrets: testSecrets,
    send: async () => "message-id",
    sendWebhook: null,
    messageIdDomain: "readiness.example",
    hrefOf: () => "",
    now: clock.now,
  });
  const log = createLog(() => undefined);
  await createJobRunner({
    ...{ table: services.table, perform, policy: jobPolicy, now: clock.now, log },
    random: () => 1,
  })();
}

/** Everything a manager can look at, without the links themselves, which differ from one pulse to the next. */
async function managersEyes(of: Assessment, links: readonly string[]): Promise<string> {
  const pages = [
    path(of, "report"),
    `${path(of, "report")}/pulse`,
    `${path(of, "report")}/data.json`,
    ...links,
  ];
  const seen = await Promise.all(
    pages.map(async (where) =>
      (await text(where)).replaceAll(where, "here").replaceAll(path(of, "report"), "r"),
    ),
  );
  const ending = await (await end(of)).text();
  return [...seen, ending]
    .join("\n")
    .replaceAll(of.id, "id")
    .replaceAll(of.contact.email, "email")
    .replaceAll(/\/r\/[\w-]{60,}/g, "/r/token");
}

describe("a team's view", () => {
  test("stands beside the manager's in report and PDF from five answers up, once the pulse has ended", async () => {
    const of = await manager(6);
    const links = await invited(of, 6);
    for (const link of links.slice(0, 5))
      expect((await answer(link, { SK1: "3", SK2: "3" })).status).toBe(200);
    expect(await published(of)).toEqual([]);
    expect((await end(of)).status).toBe(303);
    const [result] = await published(of);
    expect(result?.causes).toMatchObject({ recognition: 70, skill: 10 });
    const page = await text(path(of, "report"));
    expect(page).toContain("Your team's view beside yours");
    expect(page).toContain("10 or less");
    expect(page).toContain("about 70");
    const report = reportOf(of, testConfig, "full", await pulseOf(services.table, of));
    const { pages } = await readReport((await renderReport(report, testConfig)).bytes);
    expect(pages.join(" ")).toContain("about 70");
  });

  test("is published by the last invitation, and after three weeks by itself", async () => {
    const [all, some, few] = [await manager(5), await manager(7), await manager(7)];
    for (const link of await invited(all, 5)) await answer(link);
    expect(await published(all)).toHaveLength(1);
    for (const link of (await invited(some, 7)).slice(0, 6)) await answer(link);
    for (const link of (await invited(few, 7)).slice(0, 4)) await answer(link);
    clock.advance(23 * dayMs);
    await runJobs();
    expect(await published(some)).toHaveLength(1);
    expect(await published(few)).toEqual([]);
    expect(await item(few)).toMatchObject({ open: null, endedWithTooFew: true });
    expect(await text(`${path(few, "report")}/pulse`)).toContain("They were deleted unread.");
  });

  test("hides a cause that fewer than five answered, and says so", async () => {
    const of = await manager(6);
    const links = await invited(of, 6);
    for (const [at, link] of links.entries()) await answer(link, at < 2 ? { SK1: "skip" } : {});
    const [result] = await published(of);
    expect(result?.causes.skill).toBeNull();
    expect(result?.causes.tools).toBe(70);
    expect(await text(path(of, "report"))).toContain("not shown: fewer than five answered this part");
  });

  test("is shown to nobody but the manager", async () => {
    const of = await manager(5);
    for (const link of await invited(of, 5)) await answer(link);
    for (const scope of ["result", "sales", "share"] as const)
      expect(await text(path(of, scope))).not.toContain("team's view");
    expect(await text(`${path(of, "report")}?variant=without-people`)).not.toContain("team's view");
  });

  test("counts everybody who answers in the same moment, each once", async () => {
    const of = await manager(9);
    const links = await invited(of, 9);
    const answers = links.map((_, at) => (at < 3 ? { TS2: "0" } : { TS2: "3" }));
    await Promise.all(links.flatMap((link, at) => [answer(link, answers[at]), answer(link, answers[at])]));
    // Three of nine at 100, six at 0.
    expect((await published(of))[0]?.causes.tools).toBe(30);
  });
});

describe("a manager who wants to know what one person answered", () => {
  const worlds = ["0", "3"] as const;

  test("sees the same in both worlds after each of the first four answers, whatever they try", async () => {
    const seen: string[][] = [];
    for (const theirs of worlds) {
      const of = await manager(6);
      const links = await invited(of, 6);
      const steps = [await managersEyes(of, links)];
      for (const [at, link] of links.slice(0, 4).entries()) {
        await answer(link, at === 1 ? everything(theirs) : {});
        steps.push(await managersEyes(of, links));
      }
      seen.push(steps);
    }
    expect(seen[0]).toEqual(seen[1]);
    // Not even how many have answered, or which link was used.
    expect(new Set(seen[0]).size).toBe(1);
  });

  test("gets one number for each cause and no second one to subtract it from", async () => {
    const of = await manager(7);
    const links = await invited(of, 7);
    for (const link of links.slice(0, 5)) await answer(link);
    await end(of);
    const first = await published(of);
    expect(first).toHaveLength(1);

    // The sixth comes late, the pulse is ended again, withdrawn, opened anew, here and from other assessments.
    expect((await answer(links[5] ?? "", everything("0"))).status).toBe(410);
    await end(of);
    await app.post(`${path(of, "report")}/pulse/withdraw`);
    const another = await manager(7, { contact: of.contact });
    const page = await text(`${path(of, "report")}/again`);
    const hidden = /name="submissionId" value="([^"]+)"/.exec(page)?.[1] ?? "";
    const fields = new URLSearchParams({ submissionId: hidden, infrastructurePeople: "7" });
    for (const [id, value] of Object.entries(of.answers)) fields.set(id, String(value));
    expect((await app.post(`${path(of, "report")}/again`, fields)).status).toBe(303);
    const again = await readAssessment(services.table, hidden);
    for (const from of [of, another, again]) {
      if (from === null) throw new Error("The assessment was not stored.");
      const response = await app.post(`${path(from, "report")}/pulse`, new URLSearchParams({ invited: "6" }));
      expect(response.status).toBe(422);
      expect(await response.text()).toContain("less than a quarter ago");
    }
    clock.advance(79 * dayMs);
    expect(
      (await app.post(`${path(of, "report")}/pulse`, new URLSearchParams({ invited: "5" }))).status,
    ).toBe(422);
    expect(await published(of)).toEqual(first);

    clock.advance(dayMs);
    for (const link of await invited(of, 5)) await answer(link, { TS2: "3" });
    expect(await published(of)).toHaveLength(2);
    expect(await text(path(of, "report"))).toContain("about 70 before");
  });

  test("cannot ask a team of fewer than five, nor invite fewer, nor more than there are", async () => {
    for (const [people, number] of [
      [4, "5"],
      [0, "5"],
      [6, "4"],
      [6, "7"],
      [6, "5.5"],
      [6, "-5"],
      [6, ""],
    ] as const) {
      const of = await manager(people);
      const response = await app.post(
        `${path(of, "report")}/pulse`,
        new URLSearchParams({ invited: number }),
      );
      expect(response.status).toBe(422);
      expect(itemsWith(await wholeTable(services.table), `PULSE#${of.id}`)).toEqual([]);
    }
    const page = await text(`${path(await manager(3), "report")}/pulse`);
    expect(page).toContain("cannot be asked anonymously");
    for (const alternative of ["Pool with a wider group", "somebody from outside", "SG1"])
      expect(page).toContain(alternative);
  });

  test("cannot tell a used invitation from an unused one, nor use it again", async () => {
    const of = await manager(6);
    const [used = "", fresh = ""] = await invited(of, 6);
    const before = textOf((await item(of)) as never);
    await answer(used);
    const after = textOf((await item(of)) as never);
    expect(after).not.toBe(before);
    const same = async (link: string) => (await text(link)).replaceAll(link, "");
    expect(await same(used)).toBe(await same(fresh));
    const response = await answer(used, everything("0"));
    expect(await response.text()).toContain("Each invitation counts once");
    expect(textOf((await item(of)) as never)).toBe(after);
  });

  test("cannot do it from a link that was not mailed to them", async () => {
    const of = await manager(6);
    for (const scope of ["result", "confirm", "sales", "share"] as const)
      for (const suffix of ["", "/end", "/withdraw"])
        expect((await app.post(`${path(of, scope)}/pulse${suffix}`)).status).toBe(404);
  });
});

describe("whoever reads the table and holds every secret", () => {
  test("cannot open four answers, and finds none after five", async () => {
    const of = await manager(6);
    const links = await invited(of, 6);
    for (const link of links.slice(0, 4)) await answer(link, everything("0"));
    const { open: pulse } = await item(of);
    if (pulse === null) throw new Error("The pulse is not open.");
    const bytes = (of64: string) => Uint8Array.from(Buffer.from(of64, "base64url"));
    const key = await combine(pulse.shares.map(bytes));
    for (const box of pulse.boxes)
      expect(() => open({ publicKey: bytes(pulse.publicKey), privateKey: key }, bytes(box))).toThrow();

    // The fifth share opens them: what protects the first four is that it is not there.
    const fifth = decodeInvitation(links[4]?.split("/").at(-1) ?? "");
    const enough = await combine([...pulse.shares.map(bytes), fifth?.share ?? new Uint8Array()]);
    const opened = open(
      { publicKey: bytes(pulse.publicKey), privateKey: enough },
      bytes(pulse.boxes[0] ?? ""),
    );
    expect([...opened]).toEqual([0, 0, 0, 0, 0, 0, 0]);

    await answer(links[4] ?? "", everything("0"));
    await end(of);
    const { open: gone } = await item(of);
    expect(gone).toBeNull();
    const left = await wholeTable(services.table);
    for (const box of [...pulse.boxes, ...pulse.shares]) expect(itemsWith(left, box)).toEqual([]);
  });

  test("finds no time, no order, no length and no link that tells answers apart", async () => {
    const of = await manager(8);
    const links = await invited(of, 8);
    const seen: string[] = [];
    for (const [at, link] of links.slice(0, 7).entries()) {
      clock.advance(60_000);
      await answer(link, at % 2 === 0 ? everything("skip") : { OC1: "na" });
      const { open: pulse } = await item(of);
      seen.push(...(pulse?.boxes.filter((box) => !seen.includes(box)) ?? []));
    }
    const stored = await item(of);
    const boxes = stored.open?.boxes ?? [];
    expect(boxes).toHaveLength(7);
    expect(boxes).toEqual([...boxes].sort());
    expect(new Set(boxes.map(({ length }) => length)).size).toBe(1);
    expect(JSON.stringify(stored)).not.toMatch(/\d{4}-\d{2}-\d{2}T/);
    for (const link of links) {
      const invitation = link.split("/").at(-1) ?? "";
      expect(itemsWith(await wholeTable(services.table), invitation)).toEqual([]);
      expect(app.logLines.join("\n")).not.toContain(invitation);
    }
    const limits = (await wholeTable(services.table)).filter(({ pk }) => String(pk).startsWith("LIMIT#"));
    await answer(links[7] ?? "");
    expect((await wholeTable(services.table)).filter(({ pk }) => String(pk).startsWith("LIMIT#"))).toEqual(
      limits,
    );
  });

  test("finds nothing of a pulse once its manager had everything erased", async () => {
    const of = await manager(6);
    for (const link of (await invited(of, 6)).slice(0, 3)) await answer(link);
    await app.post(`${path(of, "report")}/delete`);
    await runJobs();
    expect(itemsWith(await wholeTable(services.table), of.id).map(({ pk }) => pk)).toEqual([
      `ERASED#${of.id}`,
    ]);
  });
});

describe("the form of a pulse", () => {
  test("comes back with what is missing, and needs no second answer about calls where nobody calls", async () => {
    const of = await manager(6);
    const [link = ""] = await invited(of, 6);
    const { SK1: _, ...others } = everything("2");
    const response = await app.post(link, new URLSearchParams(others));
    expect(response.status).toBe(422);
    const page = await response.text();
    expect(page).toContain('href="#SK1-0"');
    expect(page).toMatch(/id="RC1-2"[^>]* checked/);
    const { OC2: __, ...without } = everything("2");
    expect((await app.post(link, new URLSearchParams({ ...without, OC1: "na" }))).status).toBe(200);
  });

  test("of a mistyped link is 404, of an ended pulse a page that says so", async () => {
    const of = await manager(6);
    const [link = ""] = await invited(of, 6);
    const wrong = `${link.slice(0, -6)}${link.endsWith("AAAAAA") ? "BBBBBB" : "AAAAAA"}`;
    expect((await app.request(wrong)).status).toBe(404);
    await app.post(`${path(of, "report")}/pulse/withdraw`);
    expect(await text(link)).toContain("This pulse has ended");
  });
});
