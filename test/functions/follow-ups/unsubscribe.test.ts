/** The way out of the series: by a mail program (RFC 8058), by a page, and for years. */

import { generateKeyPairSync } from "node:crypto";
import { createServer } from "node:http";
import { text } from "node:stream/consumers";
import PostalMime from "postal-mime";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { choicePath, choiceTokenFor, openChoiceToken } from "#functions/choice-token.ts";
import { composeFollowUp } from "#functions/delivery/compose-follow-up.ts";
import { eraseLead } from "#functions/leads/erase-lead.ts";
import { composeMime } from "#functions/mail/mime.ts";
import { mailTextsFolder, readMailTexts } from "#functions/mail/read-mail-texts.ts";
import { createSesSender, openSes } from "#functions/mail/ses-sender.ts";
import { deriveSecrets } from "#functions/secrets.ts";
import { addressKey } from "#functions/store/addresses.ts";
import { readMailChoice } from "#functions/store/mail-choices.ts";
import { listen } from "../../../infra/local/listen.ts";
import { storedLead } from "../leads/stored-lead.ts";
import { type LocalServices, localAws, startLocalServices } from "../local-services.ts";
import { sampleSubmission } from "../sample-submissions.ts";
import { createTestApp, testConfig, testSecrets, testSiteUrl } from "../test-app.ts";
import { verifyDkim } from "./dkim-verifier.ts";
import { walk } from "./walked-lead.ts";

let services: LocalServices;
beforeAll(async () => {
  services = await startLocalServices();
});
afterAll(() => services.stop());

const oneClick = "List-Unsubscribe=One-Click";
const day = 86_400_000;

/** A mailbox with its links. */
function mailbox() {
  const addressHash = addressKey(testSecrets.address, `jo-${crypto.randomUUID()}@example.com`);
  const page = choicePath(testSecrets.choice, addressHash);
  return {
    addressHash,
    page,
    stop: `${page}/stop`,
    choice: () => readMailChoice(services.table, addressHash),
  };
}

const followUps = { texts: readMailTexts(mailTextsFolder), keys: testSecrets };
const links = { siteUrl: testSiteUrl, tokenSecret: testSecrets.token };
const mail = await composeFollowUp({ ...links, config: testConfig, followUps }, storedLead(), "follow-up-3");

describe("the headers of a mail of the series", () => {
  test("name the list, one HTTPS address to post to, and the one-click command", async () => {
    const sent = { messageId: "<1@readiness.example>", date: new Date(0) };
    const { headers } = await PostalMime.parse(await composeMime(mail, sent));
    const value = (name: string) => headers.filter(({ key }) => key === name).map((header) => header.value);
    expect(value("list-unsubscribe")).toEqual([
      expect.stringMatching(/^<https:\/\/readiness\.example\/r\/mail\/[\w-]{64}\/stop>$/),
    ]);
    expect(value("list-unsubscribe-post")).toEqual([oneClick]);
    expect(value("list-id")).toEqual(["<checklists.remotesupport.example>"]);
    expect(mail.from.address).toBe(testConfig.mail.followUpFrom);
    expect(mail.from.address).not.toBe(testConfig.mail.reportFrom);
  });

  test("are inside what is signed with DKIM, by the domain of the sender, and through the configuration set of follow-ups", async () => {
    const { publicKey, privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
    const pem = privateKey.export({ type: "pkcs8", format: "pem" }).toString();
    const bodies: URLSearchParams[] = [];
    const ses = createServer(async (request, response) => {
      bodies.push(new URLSearchParams(await text(request)));
      response.end(
        "<SendRawEmailResponse><SendRawEmailResult><MessageId>1</MessageId></SendRawEmailResult></SendRawEmailResponse>",
      );
    });
    const port = await listen(ses, 0);
    const client = openSes({ ...localAws, endpoint: `http://127.0.0.1:${port}` });
    const send = createSesSender(client, {
      requested: "requested-set",
      followUps: "follow-up-set",
      dkim: { selector: "funnel", privateKey: pem },
    });
    const sent = { messageId: "<1@readiness.example>", date: new Date(0) };
    await send(mail, sent);
    const { followUp, ...requested } = mail;
    await send(requested, sent);
    client.destroy();
    ses.close();

    const [series, other] = bodies;
    expect([series?.get("ConfigurationSetName"), other?.get("ConfigurationSetName")]).toEqual([
      "follow-up-set",
      "requested-set",
    ]);
    const raw = Buffer.from(series?.get("RawMessage.Data") ?? "", "base64");
    const signature = verifyDkim(raw, publicKey);
    expect(signature).toMatchObject({ domain: "remotesupport.example", selector: "funnel", valid: true });
    expect(signature.headers).toEqual(
      expect.arrayContaining(["from", "list-id", "list-unsubscribe", "list-unsubscribe-post"]),
    );
    // SES writes these anew.
    expect(signature.headers).not.toContain("message-id");
    expect(signature.headers).not.toContain("date");
    for (const [header, other] of [
      [/(List-Unsubscribe:\s*<https:\/\/)readiness/, "$1elsewhere"],
      [/(List-Unsubscribe-Post:.*)One-Click/, "$1Two-Clicks"],
    ] as const) {
      const tampered = raw.toString("latin1").replace(header, other);
      expect(tampered).not.toBe(raw.toString("latin1"));
      expect(verifyDkim(Buffer.from(tampered, "latin1"), publicKey).valid).toBe(false);
    }
  });
});

describe("one-click unsubscribe", () => {
  const asForm = () => ({
    headers: { "content-type": "application/x-www-form-urlencoded" },
    body: oneClick,
  });
  const asMultipart = () => {
    const body = new FormData();
    body.set("List-Unsubscribe", "One-Click");
    return { body };
  };

  test.each([
    ["as a form", asForm],
    ["as multipart form data", asMultipart],
  ])("posted %s is done at once: 200, no redirect, no cookie asked for or set", async (_, request) => {
    const { stop, choice } = mailbox();
    const answer = await createTestApp(services.table).request(stop, { method: "POST", ...request() });
    expect(answer.status).toBe(200);
    expect(answer.headers.get("set-cookie")).toBeNull();
    expect(await choice()).toBe("none");
  });

  test("holds from the next mail on; a report that is asked for still comes", async () => {
    const walked = await walk(services, {
      happening: {
        day: 6,
        act: ({ app, sent }) => app.request(sent.at(-1)?.stopPath ?? "", { method: "POST", ...asForm() }),
      },
    });
    expect(walked.sent.map(({ step }) => step)).toEqual(["follow-up-3"]);
    const steps = (await walked.stored())?.steps ?? [];
    expect(steps.filter(({ name }) => /8|15|90/.test(name)).map(({ lastError }) => lastError)).toEqual(
      Array(3).fill("unsubscribed"),
    );
    const { email } = walked.lead;
    const again = await walk(services, {
      button: null,
      submission: { contact: { email, organisation: "Sample MRO" } },
    });
    expect((await again.stored())?.steps.find(({ name }) => name === "report")).toMatchObject({
      state: "done",
    });
    expect(again.sent).toEqual([]);
  });

  test("is undone only by asking anew: the box, and the button in the mailbox", async () => {
    const { lead } = await walk(services, {
      happening: {
        day: 6,
        act: ({ app, sent }) => app.request(sent.at(-1)?.stopPath ?? "", { method: "POST", ...asForm() }),
      },
    });
    const again = await walk(services, {
      submission: { contact: { email: lead.email, organisation: "Sample MRO" } },
    });
    expect(again.sent).toHaveLength(4);
  });
});

describe("the pages for people", () => {
  test.each(["GET", "HEAD"])(
    "change nothing by being opened with %s, as mail scanners do",
    async (method) => {
      const { page, stop, choice } = mailbox();
      const app = createTestApp(services.table);
      for (const path of [page, stop]) expect((await app.request(path, { method })).status).toBe(200);
      expect(await choice()).toBe("all");
    },
  );

  test("stop the series with one button, no sign-in and no script", async () => {
    const { stop, choice } = mailbox();
    const app = createTestApp(services.table);
    const asked = await (await app.request(stop)).text();
    expect(asked).not.toMatch(/<script|type="(?:email|password|text)"/);
    const action = /<form method="post" action="([^"]+)"/.exec(asked)?.[1] ?? "";
    const done = await app.post(action);
    expect(await done.text()).toContain("No further mail of the series comes to this mailbox.");
    expect(await choice()).toBe("none");
  });

  test.each(["fewer", "again", "none", "all"])("keep the choice “%s” and show it", async (choice) => {
    const { page, choice: stored } = mailbox();
    const app = createTestApp(services.table);
    const saved = await (await app.post(page, new URLSearchParams({ choice }))).text();
    expect(saved).toContain("Saved.");
    expect(await stored()).toBe(choice);
    expect(await (await app.request(page)).text()).toMatch(new RegExp(`value="${choice}" checked`));
  });

  test("say when each mail comes, and what no longer does", async () => {
    const { lead, app, sent, reportPath } = await walk(services, {}, 10);
    const page = choicePath(testSecrets.choice, lead.addressHash);
    expect(await (await app.request(reportPath)).text()).toContain(
      "The next checklist comes on June 27, 2030.",
    );
    const text = await (await app.request(page)).text();
    expect(sent).toHaveLength(2);
    expect(text).toMatch(
      /Day 8: sent on June 20, 2030.*Day 15: comes on June 27, 2030.*Day 90: comes on September/s,
    );
    const after = await (await app.post(page, new URLSearchParams({ choice: "again" }))).text();
    expect(after).toMatch(/Day 15: does not come.*Day 90: comes on/s);
  });

  test("refuse what is none of the choices, and change nothing", async () => {
    const { page, choice } = mailbox();
    const answer = await createTestApp(services.table).post(
      page,
      new URLSearchParams({ choice: "everything" }),
    );
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain("choose one of the four");
    expect(await choice()).toBe("all");
  });
});

describe("the link", () => {
  test("with any one bit changed opens nothing", () => {
    const { addressHash } = mailbox();
    const token = Buffer.from(choiceTokenFor(testSecrets.choice, addressHash), "base64url");
    expect(openChoiceToken(testSecrets.choice, token.toString("base64url"))).toBe(addressHash);
    for (let bit = 0; bit < token.length * 8; bit += 1) {
      const forged = Buffer.from(token);
      forged[bit >> 3] = (forged[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(openChoiceToken(testSecrets.choice, forged.toString("base64url"))).toBeNull();
    }
  });

  test("forged is answered like any wrong link", async () => {
    const app = createTestApp(services.table);
    for (const method of ["GET", "POST"])
      expect((await app.request(`/r/mail/${"A".repeat(64)}/stop`, { method })).status).toBe(404);
  });

  test("works after years, with the signing secret replaced twice and the lead erased", async () => {
    const { lead, config } = await walk(services, {}, 10);
    const stop = `${choicePath(testSecrets.choice, lead.addressHash)}/stop`;
    await eraseLead({ table: services.table, config, secrets: testSecrets, now: () => new Date() }, lead.id);
    const hashKey = "a secret of the tests, thirty-two characters and more";
    const secrets = deriveSecrets("the third signing secret, thirty-two characters", {
      hashKey,
      previous: "the second signing secret, thirty-two characters",
    });
    const now = () => new Date(Date.parse("2030-06-12") + 3_650 * day);
    const answer = await createTestApp(services.table, { secrets, now }).post(stop);
    expect(answer.status).toBe(200);
    expect(await readMailChoice(services.table, lead.addressHash)).toBe("none");
  });

  test("leads to a choice that outlives an erasure only where it says none", async () => {
    const chosen = async (choice: string) => {
      const { lead, app, config, now } = await walk(services, {}, 4);
      await app.post(choicePath(testSecrets.choice, lead.addressHash), new URLSearchParams({ choice }));
      await eraseLead({ table: services.table, config, secrets: testSecrets, now }, lead.id);
      return readMailChoice(services.table, lead.addressHash);
    };
    expect(await chosen("none")).toBe("none");
    expect(await chosen("again")).toBe("all");
  });
});

test("an address that was confirmed before is still asked: the series of a stranger's submission does not start", async () => {
  const { lead } = await walk(services, {}, 1);
  const strangers = sampleSubmission({
    contact: { email: lead.email, organisation: "Sample MRO" },
    consent: { followUps: true, benchmark: false, reportOnly: false },
  });
  const second = await walk(services, { button: null, submission: strangers }, 30);
  expect(second.sent).toEqual([]);
});
