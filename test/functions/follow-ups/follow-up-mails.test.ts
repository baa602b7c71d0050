/** Every mail of the series as its reader gets it, for every golden case. */
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { composeFollowUp } from "#functions/delivery/compose-follow-up.ts";
import { followUpStepName } from "#functions/delivery/follow-up-day.ts";
import { mailTextsFolder, readMailTexts } from "#functions/mail/read-mail-texts.ts";
import type { Assessment } from "#functions/store/assessment-item.ts";
import { readAssessment } from "#functions/store/assessments.ts";
import { followUpDays } from "#shared/follow-ups/topics.ts";
import { currentEdition } from "#shared/questions/index.ts";
import { score } from "#shared/scoring/score.ts";
import { goldenCase, goldenCases } from "../../shared/scoring/golden-cases.ts";
import { storedLead } from "../leads/stored-lead.ts";
import { startLocalServices } from "../local-services.ts";
import { wordsOfHtml, wordsOfText } from "../mail/mail-fixtures.ts";
import { sampleSubmission } from "../sample-submissions.ts";
import { createTestApp, testConfig, testSecrets, testSiteUrl } from "../test-app.ts";

const texts = readMailTexts(mailTextsFolder);

function mailOf(lead: Assessment, day: (typeof followUpDays)[number], config = testConfig) {
  const followUps = { texts, keys: testSecrets };
  const dependencies = { config, siteUrl: testSiteUrl, tokenSecret: testSecrets.token, followUps };
  return composeFollowUp(dependencies, lead, followUpStepName(day));
}

function leadOf(name: string, changes: Partial<Assessment> = {}): Assessment {
  const { industry, infrastructurePeople, answers } = goldenCase(name);
  const { profile } = storedLead();
  return storedLead({
    answers,
    profile: { ...profile, industry, infrastructurePeople },
    scorecard: score(currentEdition, answers, { industry, infrastructurePeople }),
    ...changes,
  });
}

const names = goldenCases.map(({ name }) => name);

describe.each(names)("the series of “%s”", (name) => {
  test("has no empty slot, names no score, band, flag or level, and says the same as text", async () => {
    for (const day of followUpDays) {
      const { subject, html, text } = await mailOf(leadOf(name), day);
      expect(`${subject} ${text}`).not.toMatch(/[{}]|undefined|null|NaN/);
      const words = `${subject} ${text.replace(/This is not an SPRS score.*$/s, "")}`;
      expect(words).not.toMatch(
        /readiness \d|scores?\b|sustainability|sustainable|strained|watch\b|exposed|reactive|red flag|TSR/i,
      );
      expect(subject).not.toMatch(/risk|load/i);
      // A list is numbered in text and by the reader's program in HTML.
      const spoken = wordsOfText(
        text.replace(/ ?(?:\[[^\]]*\]|https?:\/\/\S+)/g, "").replace(/^ \d\. /gm, ""),
      );
      expect(spoken).toBe(wordsOfHtml(html.replaceAll("<li", " <li").replaceAll("<ol", " <ol")));
    }
  });
});

const lead = leadOf("MRO, everything answered");

test("each mail says why it came, by whom, and how it stops, and nothing typed by a visitor", async () => {
  for (const day of followUpDays) {
    const { from, text, html } = await mailOf(lead, day);
    expect(from.address).toBe(testConfig.mail.followUpFrom);
    expect(text).toContain("You asked for up to four mails on June 12, 2030.");
    expect(text).toMatch(/^Stop these mails https:\/\/readiness\.example\/r\/mail\/[\w-]{64}\/stop$/m);
    expect(text).toContain(`${testConfig.brand.name}, ${testConfig.brand.postalAddress}`);
    expect(html).toMatch(/href="https:\/\/readiness\.example\/r\/mail\/[\w-]{64}\/stop"/);
    expect(text).not.toContain(lead.contact.organisation);
  }
});

test("only an exporter's mail carries the disclaimer, and nothing is handed over there", async () => {
  const exporter = leadOf("export firm, two overall caps");
  const mail = await mailOf(exporter, 15);
  expect(mail.text).toContain("This is not an SPRS score or a CMMC assessment.");
  expect(mail.text).toContain("Could hand over: nothing.");
  expect(mail.text).toContain("check U.S.-person and assessment scope");
  expect((await mailOf(lead, 15)).text).not.toContain("SPRS");
});

test("the button of day 15 opens the calendar where there is one, and the plan where there is none", async () => {
  const sales = { ...testConfig.sales, bookingUrl: "https://cal.example/meet" };
  const withCalendar = await mailOf(lead, 15, { ...testConfig, sales });
  expect(withCalendar.html).toContain('href="https://cal.example/meet?');
  expect(withCalendar.text).toContain("Choose a time");
  const without = await mailOf(lead, 15);
  expect(without.text).toContain("reply to this mail");
  expect(without.html).toMatch(/href="https:\/\/readiness\.example\/r\/[\w-]{71}"/);
});

test.each([
  [
    "nobody in-house, nobody knows: no number, sustainability not applicable",
    3,
    "what nobody has looked up yet",
  ],
  ["everything at the top", 3, "calls for no technical step today"],
  [
    "laboratory with unknowns and nobody contacted outside working hours",
    8,
    "write who runs it and who could",
  ],
] as const)("“%s” on day %i", async (name, day, words) => {
  expect((await mailOf(leadOf(name), day)).text.replace(/\s+/g, " ")).toContain(words);
});

test("a mistake in a content file names file and field, all of them at once", () => {
  const folder = mkdtempSync(path.join(tmpdir(), "mails-"));
  cpSync(mailTextsFolder, folder, { recursive: true });
  writeFileSync(path.join(folder, "two-deep.yaml"), "subject: Hello {someone}\ntext: x\nbutton: y\n");
  rmSync(path.join(folder, "columns.yaml"));
  writeFileSync(path.join(folder, "on-call.yaml"), "subject: a: b\n");
  expect(() => readMailTexts(folder)).toThrow(
    /on-call\.yaml: \(whole file\): is no YAML[\s\S]*two-deep\.yaml: subject: \{someone\} is no slot[\s\S]*columns\.yaml: \(whole file\): is missing/,
  );
  rmSync(folder, { recursive: true });
});

test("the time zone is kept only where follow-ups are asked for", async () => {
  const services = await startLocalServices();
  const app = createTestApp(services.table);
  const kept = async (followUps: boolean) => {
    const consent = { followUps, benchmark: false, reportOnly: false };
    const submission = sampleSubmission({ consent, timeZone: "Europe/Paris" });
    await app.submit(submission);
    return (await readAssessment(services.table, submission.submissionId))?.timeZone;
  };
  expect([await kept(true), await kept(false)]).toEqual(["Europe/Paris", undefined]);
  await services.stop();
});
