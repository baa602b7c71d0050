/** A lead walked through 120 days, under everything that may stop its mails. Prints the calendar. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { settleBooking } from "#functions/bookings/settle-booking.ts";
import { eraseLead } from "#functions/leads/erase-lead.ts";
import { afterStatus } from "#functions/leads/lead-changes.ts";
import { changeAssessment } from "#functions/store/assessments.ts";
import { countMail } from "#functions/store/mail-health.ts";
import type { LeadStatus } from "#shared/sales/lead-status.ts";
import { type LocalServices, startLocalServices } from "../local-services.ts";
import { sampleSubmission } from "../sample-submissions.ts";
import { testSecrets } from "../test-app.ts";
import { type Happening, type Story, type Walk, walk } from "./walked-lead.ts";

let services: LocalServices;
const calendar: string[] = [];
const subjects = new Map<string, string[]>();

beforeAll(async () => {
  services = await startLocalServices();
});
afterAll(async () => {
  await services.stop();
  process.stdout.write(`\nMails in 120 days after the button\n${calendar.join("\n")}\n`);
});

const choose = (choice: string) => async (walked: Walk) =>
  walked.app.post(walked.sent.at(-1)?.stopPath.replace(/\/stop$/, "") ?? "", new URLSearchParams({ choice }));

const oneClick = async (walked: Walk) =>
  walked.app.post(
    walked.sent.at(-1)?.stopPath ?? "",
    new URLSearchParams({ "List-Unsubscribe": "One-Click" }),
  );

const status = (to: LeadStatus) => async (walked: Walk) =>
  changeAssessment(walked.services.table, walked.lead.id, (lead) =>
    afterStatus(lead, to, { config: walked.config, now: walked.now() }),
  );

const stopInConsole = async (walked: Walk) =>
  changeAssessment(walked.services.table, walked.lead.id, () => ({
    followUpsStopped: { at: walked.now().toISOString(), by: "sales" },
  }));

const dependencies = ({ services: { table }, config, now }: Walk) => ({
  table,
  config,
  now,
  secrets: testSecrets,
});

const book = async (walked: Walk) =>
  settleBooking(dependencies(walked), { reference: null, email: walked.lead.email });

const assessAgain = async (walked: Walk) =>
  walked.app.submit(sampleSubmission({ contact: { email: walked.lead.email, organisation: "Sample MRO" } }));

const complainMuch = async (walked: Walk) => {
  for (let mail = 0; mail < 3; mail += 1) await countMail(walked.services.table, "complained", walked.now());
};

const after = (day: number, act: Happening["act"]): Pick<Story, "happening"> => ({ happening: { day, act } });

const stories: [name: string, days: number[], story: Story][] = [
  ["all four", [3, 8, 15, 90], {}],
  [
    "box not ticked",
    [],
    { submission: { consent: { followUps: false, benchmark: false, reportOnly: false } } },
  ],
  ["report only", [], { submission: { consent: { followUps: true, benchmark: false, reportOnly: true } } }],
  ["button never pressed", [], { button: null }],
  ["“No checklists” pressed", [], { button: "no" }],
  ["unsubscribed by one click on day 6", [3], after(6, oneClick)],
  ["chose fewer on day 6", [3, 8, 90], after(6, choose("fewer"))],
  ["chose the last one on day 6", [3, 90], after(6, choose("again"))],
  ["chose none on day 10", [3, 8], after(10, choose("none"))],
  ["complained on day 6", [3], after(6, (walked) => walked.feedback("complaint"))],
  ["bounced on day 9", [3, 8], after(9, (walked) => walked.feedback("bounce"))],
  ["booked a meeting on day 10", [3, 8], after(10, book)],
  ["qualified by sales on day 6", [3], after(6, status("qualified"))],
  ["lost to sales on day 20", [3, 8, 15], after(20, status("lost"))],
  ["contacted by sales on day 6", [3, 8, 15, 90], after(6, status("contacted"))],
  ["stopped in the console on day 10", [3, 8], after(10, stopInConsole)],
  ["assessed again on day 30", [3, 8, 15], after(30, assessAgain)],
  ["erased on day 10", [3, 8], after(10, (walked) => eraseLead(dependencies(walked), walked.lead.id))],
  ["switched off by the operator on day 10", [3, 8], after(10, async (walked) => walked.switchOff())],
  ["load first", [3, 8, 15, 90], { golden: "on call every week with 15 h overtime: floor 70" }],
  ["Friday and Saturday off", [3, 8, 15, 90], { submission: { timeZone: "Asia/Riyadh" } }],
  ["region only", [3, 8, 15, 90], { submission: { timeZone: undefined } }],
  ["somewhere", [3, 8, 15, 90], { submission: { timeZone: "Mars/Olympus", profile: elsewhere() } }],
  // Last: it weighs on whoever comes after it.
  ["many complaints on day 10", [3, 8, 15, 90], after(10, complainMuch)],
];

function elsewhere() {
  return { ...sampleSubmission().profile, region: "other" } as const;
}

const zoneOf = ({ submission }: Story) =>
  submission !== undefined && "timeZone" in submission
    ? submission.timeZone === "Asia/Riyadh"
      ? "Asia/Riyadh"
      : submission.timeZone === undefined
        ? "America/New_York"
        : "UTC"
    : "America/Chicago";

function local(at: Date, timeZone: string) {
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat("en-US", { timeZone, hourCycle: "h23", ...options }).format(at);
  return {
    weekday: format({ weekday: "short" }),
    date: format({ month: "2-digit", day: "2-digit" }),
    hour: Number(format({ hour: "2-digit" })),
    time: format({ hour: "2-digit", minute: "2-digit" }),
  };
}

test.each(stories)("%s: mails of days %j", async (name, days, story) => {
  const { sent } = await walk(services, story);
  const zone = zoneOf(story);
  const times = sent.map(({ at }) => local(at, zone));
  const entries = sent.map(({ step }, index) => {
    const { weekday, date, time } = times[index] ?? { weekday: "", date: "", time: "" };
    return `${step.replace("follow-up-", "day ")}: ${weekday} ${date} ${time}`;
  });
  calendar.push(`${name} (${zone}): ${entries.join(", ") || "no mail"}`);
  subjects.set(
    name,
    sent.map(({ subject }) => subject),
  );
  expect(sent.map(({ step }) => Number(step.split("-").at(-1)))).toEqual(days);
  const off = zone === "Asia/Riyadh" ? ["Fri", "Sat"] : ["Sat", "Sun"];
  for (const { weekday, hour } of times) {
    expect(off).not.toContain(weekday);
    expect(hour).toBeGreaterThanOrEqual(9);
    expect(hour).toBeLessThan(17);
  }
  expect(new Set(times.map(({ date }) => date)).size).toBe(sent.length);
});

test("the first two change places where lightening the load comes first", () => {
  const [check, rota] = [/: a short check for /, /^The arithmetic of being on call/];
  const [first, second] = subjects.get("all four") ?? [];
  expect([first, second]).toEqual([expect.stringMatching(check), expect.stringMatching(rota)]);
  const [before, then] = subjects.get("load first") ?? [];
  expect([before, then]).toEqual([expect.stringMatching(rota), expect.stringMatching(check)]);
});
