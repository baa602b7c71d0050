import { afterEach, describe, expect, it } from "vitest";
import { deploymentValues } from "../../../infra/aws/deployment-values.ts";
import { examine } from "../../../infra/doctor/examine.ts";
import { asText, type Checked, type State } from "../../../infra/doctor/finding.ts";
import { awsClients, resolver } from "../../../infra/doctor/patient.ts";
import { realConfig } from "../real-config.ts";
import { startNameServer, type Zone } from "./name-server.ts";
import { type Answers, startRecordedAws } from "./recorded-aws.ts";
import { brokenAnswers, brokenZone, certificateArn, goodAnswers, goodZone, now } from "./setups.ts";

const account = "111122223333";
const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

type Web = (request: Request) => Response;

const headers = { "strict-transport-security": "max-age=1", "content-security-policy": "default-src 'self'" };
const stop = "https://ready.acme.com/m/AAAABBBBCCCCDDDDEEEEFFFF/stop";

/** The site and what is behind it, as they should be; what was posted is kept. */
function goodWeb(posted: string[] = []): Web {
  return ({ url, method }) => {
    if (url.startsWith("https://api111.")) return new Response(null, { status: 403 });
    if (method === "POST") posted.push(url);
    return new Response(null, { headers });
  };
}

interface Setup {
  answers?: Answers;
  zone?: Zone;
  web?: Web;
  mail?: string;
}

async function examined({ answers = goodAnswers, zone = goodZone, web = goodWeb(), mail }: Setup) {
  const aws = await startRecordedAws(answers);
  const names = await startNameServer(zone);
  closers.push(aws.close, names.close);
  const { dev, prod } = realConfig.deployment;
  const deployment = { dev, prod: { ...prod, account, certificateArn } };
  const checked = await examine({
    values: deploymentValues({ ...realConfig, deployment }, "prod"),
    aws: awsClients("us-east-1", {
      endpoint: aws.endpoint,
      credentials: { accessKeyId: "reader", secretAccessKey: "reader" },
    }),
    dns: resolver(names.address),
    fetch: async (input, init) => web(new Request(input, init)),
    now: () => now,
    mail: mail ?? null,
  });
  return { checked, calls: aws.calls };
}

const all = (checked: readonly Checked[]) => checked.flatMap(({ findings }) => findings);
const of = (checked: readonly Checked[], state: State) =>
  all(checked)
    .filter((finding) => finding.state === state)
    .map(({ saw }) => saw);
const under = (checked: readonly Checked[], name: string) =>
  checked.find((one) => one.name === name)?.findings ?? [];

const followUp = (signedHeaders: string) =>
  [
    `DKIM-Signature: v=1; a=rsa-sha256; d=news.acme.com; s=aaa; h=${signedHeaders}; b=AAAA`,
    "From: Remote Support <checklists@news.acme.com>",
    "To: operator@acme.com",
    "Subject: The restore list",
    `List-Unsubscribe: <${stop}>`,
    "List-Unsubscribe-Post: List-Unsubscribe=One-Click",
    "",
    "Hello.",
  ].join("\r\n");

describe("a deployment as it should be", () => {
  it("has nothing to fix, and the unsubscribe left to try", async () => {
    const { checked } = await examined({});
    expect(of(checked, "fix")).toEqual([]);
    expect(of(checked, "look")).toEqual(["the one-click unsubscribe was not tried"]);
    expect(all(checked).length).toBeGreaterThan(25);
  });

  it("is only read: no call changes anything", async () => {
    const { calls } = await examined({});
    expect(calls.length).toBeGreaterThan(10);
    for (const call of calls) expect(call).toMatch(/^(?:GET |Describe|Get|List)/);
  });

  it("unsubscribes by one POST, as a mail program does", async () => {
    const posted: string[] = [];
    const mail = followUp("from:to:subject:list-unsubscribe:list-unsubscribe-post");
    const { checked } = await examined({ web: goodWeb(posted), mail });
    expect(posted).toEqual([stop]);
    expect(under(checked, "Unsubscribe").map(({ state }) => state)).toEqual(["good", "good"]);
  });
});

describe("a broken setup", () => {
  const web: Web = ({ url, method }) => {
    if (method === "POST") return new Response(null, { status: 302 });
    return new Response(null, { status: url.endsWith("/health") && !url.includes("api111") ? 503 : 200 });
  };

  it("is told what to do about every finding", async () => {
    const { checked } = await examined({
      answers: brokenAnswers,
      zone: brokenZone,
      web,
      mail: followUp("from:to"),
    });
    for (const { name, findings } of checked)
      expect({ name, troubled: findings.some(({ state }) => state !== "good") }).toEqual({
        name,
        troubled: true,
      });
    for (const { state, todo } of all(checked)) if (state !== "good") expect(todo).not.toBe("");
    const said = asText(checked);
    for (const part of [
      "signed in to account 999900009999, but deployment.prod.account is 111122223333",
      "SES is in the sandbox",
      "set deployment.prod.mailsPerSecond to 1",
      "put this account under review (PROBATION)",
      "DKIM: no record bbb._domainkey.acme.com  CNAME bbb.dkim.amazonses.com",
      "MX feedback-smtp.eu-west-1.amazonses.com instead of MX 10 feedback-smtp.us-east-1.amazonses.com",
      '"v=spf1 include:amazonses.com ~all" and "v=spf1 -all"',
      "_dmarc.acme.com has 2 records, so none counts",
      "SES knows no identity news.acme.com",
      "requested does not suppress",
      "follow-ups is switched off",
      "follow-ups does not report delivery, bounce, complaint",
      "SES sent 420 mails in 7 days, and no event about them came",
      "the certificate does not cover ready.acme.com",
      "it ends in 5 days",
      "ready.acme.com has no CNAME",
      "the alarm api-failing goes off",
      "switched off: steps-overdue",
      "operator@acme.com has not confirmed",
      "api/health answers 503",
      "the API behind CloudFront answers 200 without its secret",
      "no DKIM signature of the mail covers the unsubscribe headers",
      "one click fails: https://ready.acme.com/m/…",
    ])
      expect(said).toContain(part);
    // The link of a mail opens somebody's page.
    expect(said).not.toContain("AAAABBBB");
  });
});

describe("before the first deployment", () => {
  it("looks at what is there already, and says what has to wait", async () => {
    const answers = {
      ...goodAnswers,
      DescribeStacks: Object.assign(new Error("Stack with id readiness-funnel-prod does not exist"), {
        name: "ValidationError",
      }),
    };
    const { checked } = await examined({ answers });
    expect(of(checked, "look")).toContain("there is no stack readiness-funnel-prod in us-east-1");
    expect(under(checked, "Site")).toMatchObject([{ saw: "not looked at" }]);
    expect(under(checked, "Domain acme.com").map(({ state }) => state)).not.toContain("fix");
  });

  it("names the call that may not be made, and goes on", async () => {
    const denied = Object.assign(new Error("not authorized to perform ses:GetAccount"), {
      name: "AccessDeniedException",
    });
    const { checked } = await examined({ answers: { ...goodAnswers, "GET /v2/email/account": denied } });
    expect(of(checked, "fix")).toEqual([expect.stringContaining("not authorized to perform ses:GetAccount")]);
  });
});

describe("DMARC", () => {
  const judged = async (record: string | undefined) => {
    const { "_dmarc.acme.com": _, ...rest } = goodZone;
    const zone = record === undefined ? rest : { ...rest, "_dmarc.acme.com": { TXT: [record] } };
    const { checked } = await examined({ zone });
    return ["acme.com", "news.acme.com"].map((domain) => under(checked, `Domain ${domain}`).at(-1)?.state);
  };

  it.each([
    ["v=DMARC1; p=reject", ["good", "good"]],
    ["v=DMARC1; p=none; rua=mailto:d@acme.com", ["look", "look"]],
    ["v=DMARC1; p=reject; sp=none", ["good", "look"]],
    ["v=DMARC1", ["fix", "fix"]],
    [undefined, ["fix", "fix"]],
  ])("%s is judged %j for a domain and one below it", async (record, states) => {
    expect(await judged(record)).toEqual(states);
  });
});
