/** What is deployed is what is tested: the synthesized bundles, joined as the template joins them. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { metricNames } from "#functions/metrics.ts";
import { deriveHashKeys } from "#functions/secrets.ts";
import { addressKey, readAddress } from "#functions/store/addresses.ts";
import { insertAssessment, readAssessment } from "#functions/store/assessments.ts";
import { addJob } from "#functions/store/jobs.ts";
import { openTable, type Table } from "#functions/store/table.ts";
import { localAws } from "../functions/local-services.ts";
import { sampleSubmission } from "../functions/sample-submissions.ts";
import { readAssembly } from "./emulation/assembly.ts";
import { Deployment } from "./emulation/deployment.ts";
import { explainedPermissions } from "./explained-permissions.ts";
import { explanationOf, grantedPermissions, refusedCalls } from "./permission-check.ts";
import { permissionTable } from "./permission-table.ts";
import { signedInStaff } from "./staff.ts";
import { linkIn, type Visitor, visitorOf } from "./visitor.ts";

let deployment: Deployment;
let visitor: Visitor;
let table: Table;

beforeAll(async () => {
  deployment = await Deployment.start(readAssembly(), { port: 0, mailPort: 0 });
  visitor = visitorOf(deployment);
  const [[name = ""] = []] = deployment.template.ofType("AWS::DynamoDB::Table");
  table = openTable(name, { ...localAws, endpoint: deployment.tableEndpoint });
});

afterAll(async () => {
  table?.client.destroy();
  await deployment?.stop();
});

const stepsOf = async (id: string) =>
  Object.fromEntries((await readAssessment(table, id))?.steps.map(({ name, state }) => [name, state]) ?? []);

describe("the bundles", () => {
  it("all start with the variables of the template and nothing else", async () => {
    for (const fn of deployment.functions.values()) await fn.init();
    expect(deployment.functions.size).toBeGreaterThanOrEqual(5);
  });
});

describe("a submission with a proof of work", () => {
  const submission = sampleSubmission();
  let id: string;
  let resultUrl: string;

  beforeAll(async () => {
    ({ id, resultUrl } = await visitor.submit(submission));
    await deployment.settled();
  });

  it("is mailed by way of stream, relay and queue, and told to sales", async () => {
    const [mail] = await visitor.mails(submission.contact.email);
    expect(mail?.attachments[0]?.contentType).toContain("application/pdf");
    const [notice] = await visitor.mails("sales@");
    expect(notice?.subject).toContain(submission.contact.organisation);
    expect(await stepsOf(id)).toEqual({ report: "done", "sales-notice": "done" });
  });

  it("has a result page, and a report behind the link in the mail", async () => {
    expect((await visitor.get(resultUrl)).status).toBe(200);
    const [mail] = await visitor.mails(submission.contact.email);
    const link = linkIn(mail ?? { body: {} });
    const pdf = await visitor.get(`${link}/report.pdf`);
    expect(pdf.headers.get("content-type")).toBe("application/pdf");
    expect(
      Buffer.from(await pdf.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe("%PDF-");
    expect(await (await visitor.get(`${link}/plan.csv`)).text()).toContain("\r\n");
  });

  it("is described by the API", async () => {
    const { paths } = await (await visitor.get("/api/openapi.json")).json();
    expect(Object.keys(paths)).toContain("/api/assessments");
  });

  it("leaves no address in any log", () => {
    const lines = [...deployment.functions.values()].flatMap((fn) => fn.lines).join("\n");
    expect(lines).toContain(id);
    expect(lines).not.toContain("@");
    expect(lines).not.toContain(submission.contact.organisation);
  });
});

describe("a submission without a script", () => {
  const submission = sampleSubmission();

  it("gets a mail with a button first, and the report once it was pressed", async () => {
    await visitor.submitPlain(submission);
    await deployment.settled();
    const [asked, ...more] = await visitor.mails(submission.contact.email);
    expect(more).toEqual([]);
    expect(asked?.attachments).toEqual([]);
    const confirmed = await visitor.post(`${linkIn(asked ?? { body: {} })}/confirm`);
    expect(confirmed.status).toBe(303);
    await deployment.settled();
    const mails = await visitor.mails(submission.contact.email);
    expect(mails.at(-1)?.attachments).toHaveLength(1);
  });

  it("is shown the form again with its mistakes", async () => {
    const response = await visitor.post("/api/assessments", new URLSearchParams({ edition: "2026-1" }));
    expect(response.status).toBe(422);
    expect(await response.text()).toContain("error-summary");
  });
});

describe("what nobody was told about", () => {
  it("is found by the schedule", async () => {
    const submission = sampleSubmission();
    const { id } = await visitor.submit(submission);
    await deployment.settled();
    const kept = await readAssessment(table, id);
    if (kept === null) throw new Error("The assessment is gone.");
    // Written past the stream, as by a relay that has lost it.
    const lost = {
      ...kept,
      id: crypto.randomUUID(),
      contact: { ...kept.contact, email: `lost-${id}@example.com` },
      steps: kept.steps.map((step) => ({ ...step, state: "owed" as const })),
    };
    await insertAssessment(table, lost);
    await deployment.settled();
    expect(await stepsOf(lost.id)).toMatchObject({ report: "owed" });
    // A mail that SES was too slow for is due again within the minute.
    await expect
      .poll(() => deployment.runSchedules().then(() => stepsOf(lost.id)), {
        timeout: 120_000,
        interval: 1_000,
      })
      .toMatchObject({ report: "done", "sales-notice": "done" });
  });

  it("is put aside after five tries when nobody can read it", async () => {
    const [, owed] = [...deployment.queues].find(([name]) => name.startsWith("PipelineOwed")) ?? [];
    owed?.send("not a message of ours");
    for (let tried = 0; tried < 6; tried += 1) {
      await deployment.settled();
      owed?.reappear();
    }
    await deployment.settled();
    expect(owed?.deadLetters).toEqual(["not a message of ours"]);
  });
});

describe("what SES says about a mail", () => {
  it("ends the mails to an address that does not exist", async () => {
    const submission = sampleSubmission();
    await visitor.submit(submission);
    await deployment.settled();
    const mail = deployment.mails.find(({ destinations }) => destinations.includes(submission.contact.email));
    if (mail === undefined) throw new Error("No mail was sent.");
    await deployment.topics.publish("Bounce", mail);
    const { HASH_KEY } = deployment.function("Feedback").settings.variables;
    const key = addressKey(deriveHashKeys(HASH_KEY ?? "").address, submission.contact.email);
    expect(await readAddress(table, key)).toMatchObject({ suppressed: { why: "bounce" } });
  });
});

describe("a person who wants to be forgotten", () => {
  it("is, and the link ends", async () => {
    const { id, resultUrl } = await visitor.submit(sampleSubmission());
    await deployment.settled();
    expect((await visitor.get(`${resultUrl}/delete`)).status).toBe(200);
    expect((await visitor.post(`${resultUrl}/delete`)).status).toBe(200);
    expect(await readAssessment(table, id)).toBeNull();
    expect((await visitor.get(resultUrl)).status).toBe(410);
  });

  it("is told so in one last mail, and only once", async () => {
    const submission = sampleSubmission();
    await visitor.submit(submission);
    await deployment.settled();
    // Only the mailed link proves whose mailbox it is.
    const [report, ...others] = await visitor.mails(submission.contact.email);
    expect(others).toEqual([]);
    expect((await visitor.post(`${linkIn(report ?? { body: {} })}/delete`)).status).toBe(200);
    await deployment.runSchedules();
    await deployment.runSchedules();
    expect(await visitor.mails(submission.contact.email)).toHaveLength(2);
  });

  it("is forgotten by the worker where the API was cut off", async () => {
    const { id } = await visitor.submit(sampleSubmission());
    await deployment.settled();
    const at = new Date();
    const task = {
      ...{ kind: "erasure-mail" as const, email: "gone@example.com" },
      ...{ leadIds: [id], at: at.toISOString() },
    };
    await addJob(table, `erasure-mail-${id}`, task, at);
    await deployment.runSchedules();
    expect(await readAssessment(table, id)).toBeNull();
  });
});

describe("the follow-ups", () => {
  const day = 86_400_000;

  /** Until a Wednesday at 15:00 UTC, in the morning of the reader, at least four days from now. */
  function untilMidweek(): number {
    const midweek = new Date(Date.now() + 4 * day);
    while (midweek.getUTCDay() !== 3) midweek.setTime(midweek.getTime() + day);
    return midweek.setUTCHours(15, 0, 0, 0) - Date.now();
  }

  it("go from their own sender, by their own configuration set, days after the button", async () => {
    const consent = { followUps: true, benchmark: false, reportOnly: false };
    const submission = { ...sampleSubmission({ consent }), timeZone: "America/Chicago" };
    await visitor.submit(submission);
    await deployment.settled();
    const [report] = await visitor.mails(submission.contact.email);
    expect((await visitor.post(`${linkIn(report ?? { body: {} })}/confirm`)).status).toBe(303);
    await deployment.settled();

    const worker = deployment.function("Delivery");
    await worker.stop();
    worker.clockAheadMs = untilMidweek();
    await deployment.runSchedules();
    await deployment.settled();
    await worker.stop();
    worker.clockAheadMs = 0;

    const sent = deployment.mails.filter(({ destinations }) =>
      destinations.includes(submission.contact.email),
    );
    expect(sent.at(-1)).toMatchObject({
      source: expect.stringContaining("checklists@"),
      configurationSet: expect.stringContaining("FollowUps"),
    });
  });
});

describe("the console", () => {
  it("shows nothing to a stranger, nor to anybody who comes around CloudFront", async () => {
    const response = await visitor.get("/console/leads");
    expect(response.status).toBe(303);
    expect(response.headers.get("location")).toBe("/console/sign-in");
    const { name } = deployment.function("Console");
    const event = { version: "2.0", rawPath: "/console", rawQueryString: "", headers: { host: name } };
    const requestContext = { http: { method: "GET", path: "/console" } };
    const around = await deployment.function("Console").invoke({ ...event, requestContext });
    expect(around).toMatchObject({ statusCode: 403 });
  });

  it("brings its style and script along", async () => {
    const page = await (await visitor.get("/console/sign-in")).text();
    const [asset = ""] = /\/console\/assets\/console\.css[^"]*/.exec(page) ?? [];
    const css = await visitor.get(asset);
    expect(css.headers.get("content-type")).toContain("text/css");
    expect(css.headers.get("cache-control")).toContain("immutable");
  });

  it("lists, finds, exports and takes over leads for whoever has signed in, until they sign out", async () => {
    const submission = sampleSubmission();
    const { id } = await visitor.submit(submission);
    await deployment.settled();
    const staff = await signedInStaff(deployment, table);
    for (const page of ["", "/leads?grade=AB", "/leads?owner=me", "/funnel", "/trouble", "/record"])
      expect({ page, status: (await staff.get(`/console${page}`)).status }).toEqual({ page, status: 200 });
    expect(await (await staff.get("/console/leads")).text()).toContain(submission.contact.organisation);

    const taken = await staff.post(`/console/leads/${id}/owner`, { take: "yes" });
    expect(taken.status).toBe(303);
    for (const text of [submission.contact.organisation, submission.contact.email, "@example.com"]) {
      const found = await staff.post("/console/search", { text });
      const list = await staff.get(found.headers.get("location") ?? "");
      expect(await list.text()).toContain(submission.contact.organisation);
    }
    const exported = await (await staff.post("/console/export", { format: "csv" })).text();
    expect(exported).toContain(submission.contact.email);
    expect((await staff.post("/console/sign-out")).status).toBe(303);
    expect((await staff.get("/console")).status).toBe(303);
  });
});

describe("the numbers", () => {
  it("reach CloudWatch through the log, under the names that alarms look for", () => {
    const lines = [...deployment.functions.values()].flatMap((fn) => fn.lines);
    const embedded = lines.filter((line) => line.includes('"_aws"')).map((line) => JSON.parse(line));
    const counted = new Set(
      embedded.flatMap(({ _aws }) =>
        _aws.CloudWatchMetrics[0].Metrics.map(({ Name }: { Name: string }) => Name),
      ),
    );
    for (const name of [
      "Submissions",
      "Confirmations",
      "StepsDone",
      "AddressesSuppressed",
      "Erasures",
      "OldestDueSeconds",
    ])
      expect(counted).toContain(name);
    expect(metricNames).toEqual(expect.arrayContaining([...counted]));
    expect(embedded[0]).toMatchObject({ service: "readiness-funnel-sample" });
    expect(embedded[0]._aws.CloudWatchMetrics[0].Dimensions).toEqual([["service"]]);
  });
});

describe("permissions", () => {
  it("allow every call that the functions made", () => {
    expect(refusedCalls(deployment)).toEqual([]);
    expect(deployment.calls.length).toBeGreaterThan(100);
  });

  it("allow nothing that no call used and nobody explains", () => {
    const idle = grantedPermissions(deployment).filter(({ used }) => !used);
    expect(idle.filter((permission) => explanationOf(permission) === null)).toEqual([]);
  });

  it("are listed for whoever wants to read them (npm run test:deployed -- -u)", async () => {
    await expect(permissionTable(grantedPermissions(deployment))).toMatchFileSnapshot(
      "../../infra/aws/permissions.md",
    );
  });

  it("are explained only where no call uses them", () => {
    const granted = grantedPermissions(deployment);
    for (const key of Object.keys(explainedPermissions)) {
      const [action, where = ""] = key.split(" on ");
      const meant = granted.filter((one) => one.action === action && one.resource.includes(where));
      expect({ key, used: meant.map(({ used }) => used) }).toEqual({ key, used: meant.map(() => false) });
      expect(meant).not.toEqual([]);
    }
  });
});
